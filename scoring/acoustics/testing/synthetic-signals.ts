import { SAMPLE_RATE_HZ } from "@/scoring/acoustics/acoustic-artifacts";

/** Number of samples of a duration. */
export function samplesOf(ms: number): number {
  return Math.round((ms * SAMPLE_RATE_HZ) / 1000);
}

/** Digital silence. */
export function silence(ms: number): Float32Array {
  return new Float32Array(samplesOf(ms));
}

/** A pure tone. */
export function sine(ms: number, hz: number, amplitude = 0.5): Float32Array {
  return new Float32Array(samplesOf(ms)).map((_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE_HZ));
}

/** Equally strong harmonics `from..to` of a fundamental that may move: `hzAt` gets the share of the time, 0..1. */
export function harmonics(ms: number, hzAt: (share: number) => number, from: number, to: number): Float32Array {
  const out = new Float32Array(samplesOf(ms));
  let phase = 0;
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = from; k <= to; k++) sum += Math.sin(k * phase);
    out[i] = (0.5 * sum) / (to - from + 1);
    phase += (2 * Math.PI * hzAt(i / out.length)) / SAMPLE_RATE_HZ;
  }
  return out;
}

/** Formants of an open vowel: frequency and bandwidth in Hz. */
const FORMANTS = [
  [700, 90],
  [1220, 110],
  [2600, 170],
] as const;

/** A voice-like vowel: one pulse a period through three resonances, normalised to a peak of `amplitude`. */
export function vowel(ms: number, hzAt: (share: number) => number, amplitude = 0.5): Float32Array {
  let wave: Float32Array = new Float32Array(samplesOf(ms));
  let phase = 1;
  for (let i = 0; i < wave.length; i++) {
    if (phase >= 1) {
      wave[i] = 1;
      phase -= 1;
    }
    phase += hzAt(i / wave.length) / SAMPLE_RATE_HZ;
  }
  for (const [hz, bandwidthHz] of FORMANTS) wave = resonate(wave, hz, bandwidthHz);
  const peak = wave.reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0);
  return wave.map((sample) => (peak > 0 ? (amplitude * sample) / peak : 0));
}

/** Two-pole resonator. */
function resonate(input: Float32Array, hz: number, bandwidthHz: number): Float32Array {
  const radius = Math.exp((-Math.PI * bandwidthHz) / SAMPLE_RATE_HZ);
  const a1 = 2 * radius * Math.cos((2 * Math.PI * hz) / SAMPLE_RATE_HZ);
  const a2 = -radius * radius;
  let y1 = 0;
  let y2 = 0;
  return input.map((x) => {
    const y = x + a1 * y1 + a2 * y2;
    y2 = y1;
    y1 = y;
    return y;
  });
}

/** Syllables of 200 ms, falling in pitch, each with its own rise and fall of level: about five a second. */
export function syllables(count: number, amplitude = 0.5): Float32Array {
  const SYLLABLE_MS = 200;
  return join(
    ...Array.from({ length: count }, (_, k) => {
      const startHz = 190 - 8 * (k % 5);
      return vowel(SYLLABLE_MS, (share) => startHz - 15 * share, amplitude).map(
        (sample, i, all) => sample * (0.35 + 0.65 * Math.sin((Math.PI * (i + 0.5)) / all.length) ** 2),
      );
    }),
  );
}

/** White Gaussian-like noise (sum of uniform numbers) of a given root mean square; the same for the same seed. */
export function whiteNoise(ms: number, rms: number, seed = 1): Float32Array {
  const next = uniform(seed);
  // The sum of 12 uniform numbers less 6 has variance 1.
  return new Float32Array(samplesOf(ms)).map(() => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return rms * sum;
  });
}

/** Pink noise (-3 dB an octave, P. Kellet's three-pole filter of white noise) of a given root mean square. */
export function pinkNoise(ms: number, rms: number, seed = 1): Float32Array {
  let slow = 0;
  let middle = 0;
  let fast = 0;
  const pink = whiteNoise(ms, 1, seed).map((white) => {
    slow = 0.99765 * slow + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    fast = 0.57 * fast + white * 1.0526913;
    return slow + middle + fast + white * 0.1848;
  });
  return scale(pink, rms / rootMeanSquare(pink));
}

/** A hissing consonant: the differences of white noise, which favour high frequencies. */
export function fricative(ms: number, rms: number, seed = 1): Float32Array {
  const noise = whiteNoise(ms, 1, seed);
  const hiss = noise.map((sample, i) => sample - (noise[i - 1] ?? 0));
  return scale(hiss, rms / rootMeanSquare(hiss));
}

/** One after the other. */
export function join(...parts: readonly Float32Array[]): Float32Array {
  const out = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** One over the other; the first decides on the length. */
export function mix(first: Float32Array, second: Float32Array): Float32Array {
  return first.map((sample, i) => sample + (second[i] ?? 0));
}

/** Times a factor. */
export function scale(signal: Float32Array, factor: number): Float32Array {
  return signal.map((sample) => sample * factor);
}

/** Root of the mean of the squares; 0 for no samples. */
export function rootMeanSquare(signal: Float32Array): number {
  return Math.sqrt(signal.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, signal.length));
}

/** What 16-bit audio keeps of a signal. */
export function as16Bit(signal: Float32Array): Float32Array {
  return signal.map((sample) => Math.max(-32768, Math.min(32767, Math.round(sample * 32768))) / 32768);
}

/** Numerical Recipes' linear congruential generator, 0..1: the same numbers on every machine. */
function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Single-sample pulses of 0.8, spread over two samples so that the period need not be whole; silence between them. */
export function pulses(ms: number, hz: number): Float32Array {
  const out = new Float32Array(samplesOf(ms));
  for (let at = 0; at < out.length - 1; at += SAMPLE_RATE_HZ / hz) {
    const index = Math.floor(at);
    const share = at - index;
    out[index] = 0.8 * (1 - share);
    out[index + 1] = 0.8 * share;
  }
  return out;
}

/** Harmonics of a constant fundamental, the k-th with weight `weights[k - 1]`; the weights' sum has amplitude 0.5. */
export function weightedHarmonics(ms: number, hz: number, weights: readonly number[]): Float32Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return new Float32Array(samplesOf(ms)).map((_, i) => {
    const phase = (2 * Math.PI * hz * i) / SAMPLE_RATE_HZ;
    return (0.5 / total) * weights.reduce((sum, weight, k) => sum + weight * Math.sin((k + 1) * phase), 0);
  });
}

/**
 * Something with the rhythm of speech: phrases of 4 to 11 syllables of different length, level and pitch, about every
 * third with a hissing consonant, between pauses of 250 to 900 ms. The same for the same seed.
 */
export function spokenLike(phrases: number, seed: number, amplitude = 0.5): Float32Array {
  const next = uniform(seed);
  const between = (low: number, high: number): number => low + (high - low) * next();
  const parts: Float32Array[] = [silence(Math.round(between(250, 600)))];
  for (let phrase = 0; phrase < phrases; phrase++) {
    const count = Math.round(between(4, 11));
    const startHz = between(110, 230);
    for (let k = 0; k < count; k++) {
      if (next() < 0.33) parts.push(fricative(Math.round(between(50, 120)), amplitude * between(0.02, 0.06), seed + k));
      const fromHz = startHz * (1 - (0.25 * k) / count) * between(0.95, 1.05);
      parts.push(syllable(Math.round(between(90, 260)), fromHz, amplitude * between(0.25, 1), between(0.02, 0.5)));
    }
    parts.push(silence(Math.round(between(250, 900))));
  }
  return join(...parts);
}

/** One vowel that rises from and falls back to `edge` of its amplitude, with falling pitch. */
function syllable(ms: number, fromHz: number, amplitude: number, edge: number): Float32Array {
  return vowel(ms, (share) => fromHz * (1 - 0.06 * share), amplitude).map(
    (sample, i, all) => sample * (edge + (1 - edge) * Math.sin((Math.PI * (i + 0.5)) / all.length) ** 2),
  );
}

/**
 * What an 8 kHz telephone line leaves of a signal: nothing above 4 kHz (pairs averaged, straight lines between), little below
 * 300 Hz (a one-pole high pass, twice).
 */
export function overTelephone(signal: Float32Array): Float32Array {
  const halved = new Float32Array(Math.ceil(signal.length / 2)).map(
    (_, i) => ((signal[2 * i] ?? 0) + (signal[2 * i + 1] ?? 0)) / 2,
  );
  const line = signal.map((_, i) => {
    const here = halved[i >> 1] ?? 0;
    return i % 2 === 0 ? here : (here + (halved[(i >> 1) + 1] ?? 0)) / 2;
  });
  return highPass(highPass(line, 300), 300);
}

function highPass(signal: Float32Array, hz: number): Float32Array {
  const keep = Math.exp((-2 * Math.PI * hz) / SAMPLE_RATE_HZ);
  let before = 0;
  let out = 0;
  return signal.map((sample) => {
    out = keep * (out + sample - before);
    before = sample;
    return out;
  });
}
