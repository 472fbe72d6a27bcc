import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";
import { BAND_COUNT } from "@/scoring/acoustics/acoustic-kernels";
import { centreInSamples, type FrameGrid } from "@/scoring/acoustics/frame-grid";
import { Fft } from "@/scoring/acoustics/kernels/fft";
import { ENERGY_WINDOW_SAMPLES, powerToDb } from "@/scoring/acoustics/kernels/frame-energy";
import { hannWindow } from "@/scoring/acoustics/kernels/windows";

const FFT_LENGTH = 512;
/** Mains hum and rumble lie below, the anti-alias slope of resamplers above. */
const LOWEST_HZ = 120;
const HIGHEST_HZ = 7_400;
/** Far below any background, so that a recording at a low gain still has one. */
const BAND_FLOOR_DB = -200;

/**
 * Levels of 20 bands, equally wide on the mel scale, of every frame: power spectrum of 25 ms under a Hann window, summed
 * over each band's bins, in dB relative to full scale. Two frames share one complex transform.
 */
export class BandMeter {
  private readonly fft = new Fft(FFT_LENGTH);
  private readonly window = hannWindow(ENERGY_WINDOW_SAMPLES);
  private readonly re = new Float64Array(FFT_LENGTH);
  private readonly im = new Float64Array(FFT_LENGTH);
  /** First bin of each band, and the end of the last. */
  private readonly edges = bandEdges();
  /** Makes the bins of a frame sum to its mean square; the factor 2 stands for the negative frequencies. */
  private readonly scale = 2 / (FFT_LENGTH * this.window.reduce((sum, weight) => sum + weight * weight, 0));

  measure(samples: Float32Array, grid: FrameGrid): Float32Array {
    const bandDb = new Float32Array(grid.count * BAND_COUNT);
    for (let frame = 0; frame < grid.count; frame += 2) {
      this.load(samples, grid, frame, this.re);
      if (frame + 1 < grid.count) this.load(samples, grid, frame + 1, this.im);
      else this.im.fill(0);
      this.fft.transform(this.re, this.im);
      this.writePair(bandDb, frame, frame + 1 < grid.count);
    }
    return bandDb;
  }

  private load(samples: Float32Array, grid: FrameGrid, frame: number, out: Float64Array): void {
    const { window } = this;
    const start = Math.round(centreInSamples(grid, frame)) - ENERGY_WINDOW_SAMPLES / 2;
    // In range: the grid keeps 20 ms on both sides of a centre.
    for (let i = 0; i < ENERGY_WINDOW_SAMPLES; i++) out[i] = (samples[start + i] as number) * (window[i] as number);
    out.fill(0, ENERGY_WINDOW_SAMPLES);
  }

  /** Separates the two frames' spectra and writes their band levels. */
  private writePair(bandDb: Float32Array, frame: number, hasSecond: boolean): void {
    const { re, im, edges, scale } = this;
    const quarter = scale / 4;
    for (let band = 0; band < BAND_COUNT; band++) {
      let powerA = 0;
      let powerB = 0;
      // `as number`: band edges are bins below FFT_LENGTH / 2.
      for (let k = edges[band] as number; k < (edges[band + 1] as number); k++) {
        const m = FFT_LENGTH - k;
        powerA += ((re[k] as number) + (re[m] as number)) ** 2 + ((im[k] as number) - (im[m] as number)) ** 2;
        powerB += ((im[k] as number) + (im[m] as number)) ** 2 + ((re[m] as number) - (re[k] as number)) ** 2;
      }
      bandDb[frame * BAND_COUNT + band] = powerToDb(powerA * quarter, BAND_FLOOR_DB);
      if (hasSecond) bandDb[(frame + 1) * BAND_COUNT + band] = powerToDb(powerB * quarter, BAND_FLOOR_DB);
    }
  }
}

function bandEdges(): Uint32Array {
  const low = melOf(LOWEST_HZ);
  const width = (melOf(HIGHEST_HZ) - low) / BAND_COUNT;
  const edges = Uint32Array.from({ length: BAND_COUNT + 1 }, (_, band) =>
    Math.round((hzOf(low + band * width) * FFT_LENGTH) / SAMPLE_RATE_HZ),
  );
  return edges;
}

/** Mel scale in O'Shaughnessy's form: 2595*log10(1 + f/700). */
function melOf(hz: number): number {
  return 2595 * Math.log10(1 + hz / 700);
}

function hzOf(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}
