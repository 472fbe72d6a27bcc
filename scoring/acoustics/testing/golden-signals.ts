import {
  as16Bit,
  fricative,
  harmonics,
  join,
  mix,
  pinkNoise,
  pulses,
  rootMeanSquare,
  scale,
  silence,
  sine,
  spokenLike,
  syllables,
  vowel,
  weightedHarmonics,
  whiteNoise,
} from "@/scoring/acoustics/testing/synthetic-signals";

/** The signals that praat-golden.json was made from. Changing one means making the file anew. */
export function goldenSignals(): Record<string, Float32Array> {
  const signals = { ...tones(), ...octaveTraps(), ...voices(), ...noises() };
  return Object.fromEntries(Object.entries(signals).map(([name, signal]) => [name, as16Bit(signal)]));
}

/** Sines over the range, a pulse train, glides. */
function tones(): Record<string, Float32Array> {
  return {
    lowSine: sine(1_000, 82),
    sine: sine(1_000, 220.5),
    highSine: sine(1_000, 587),
    pulseTrain: pulses(1_000, 125),
    highPulseTrain: pulses(1_000, 410),
    glide: harmonics(1_500, (share) => 100 * 4 ** share, 1, 10),
    fallingGlide: harmonics(1_500, (share) => 420 * 4 ** -share, 1, 6),
    sineGlide: sineSweep(),
  };
}

function sineSweep(): Float32Array {
  return harmonics(1_500, (share) => 90 * 6 ** share, 1, 1);
}

/** Sounds whose period is easily taken for twice or half of what it is. */
function octaveTraps(): Record<string, Float32Array> {
  return {
    missingFundamental: harmonics(1_000, () => 110, 3, 9),
    strongSecondHarmonic: weightedHarmonics(1_000, 130, [0.1, 1, 0.1, 0.3, 0.05, 0.1]),
    weakOddHarmonics: weightedHarmonics(1_000, 150, [0.03, 1, 0.03, 0.8, 0.03, 0.6]),
    twoHarmonicsOnly: weightedHarmonics(1_000, 180, [0, 1, 1]),
    // Every second period a little weaker: between a voice of 240 Hz and one of 120 Hz.
    subharmonic: alternatingPulses(240, 0.8),
    strongSubharmonic: alternatingPulses(240, 0.4),
    creak: vowel(1_000, (share) => 95 - 30 * share),
  };
}

function alternatingPulses(hz: number, everySecond: number): Float32Array {
  return mix(scale(pulses(1_000, hz), everySecond), scale(pulses(1_000, hz / 2), 1 - everySecond));
}

function voices(): Record<string, Float32Array> {
  return {
    highVoice: vowel(1_000, (share) => 480 + 90 * Math.sin(6 * share)),
    wordsWithPauses: join(
      silence(300),
      fricative(120, 0.03),
      syllables(4),
      silence(400),
      syllables(3, 0.2),
      fricative(150, 0.02, 7),
      silence(250),
    ),
    vowelInNoise: mix(
      join(
        silence(300),
        vowel(900, (share) => 130 - 30 * share, 0.3),
        silence(300),
      ),
      pinkNoise(1_500, 0.01, 3),
    ),
    speech: spokenLike(8, 11),
    speechAt30dB: inNoise(spokenLike(8, 12), 30),
    speechAt20dB: inNoise(spokenLike(8, 13), 20),
    speechAt10dB: inNoise(spokenLike(8, 14), 10),
  };
}

/** Pink noise below the signal's mean level by so many dB. */
function inNoise(signal: Float32Array, snrDb: number): Float32Array {
  const durationMs = (signal.length * 1000) / 16_000;
  return mix(signal, pinkNoise(durationMs, rootMeanSquare(signal) * 10 ** (-snrDb / 20), 29));
}

function noises(): Record<string, Float32Array> {
  return {
    silence: silence(1_000),
    faintNoise: whiteNoise(1_000, 0.0005, 31),
    whiteNoise: whiteNoise(1_500, 0.1, 32),
    pinkNoise: pinkNoise(1_500, 0.1, 33),
    sineAt10dB: mix(sine(1_000, 200, 0.2), whiteNoise(1_000, (0.2 * Math.SQRT1_2) / 10 ** 0.5, 34)),
    sineAt0dB: mix(sine(1_000, 200, 0.2), whiteNoise(1_000, 0.2 * Math.SQRT1_2, 35)),
    sineBelowNoise: mix(sine(1_000, 200, 0.1), whiteNoise(1_000, 0.1 * Math.SQRT1_2 * 10 ** 0.3, 36)),
  };
}
