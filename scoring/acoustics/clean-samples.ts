/** Beyond +60 dB over full scale a sample is no sound; larger numbers would overflow the level tables. */
const LARGEST_SAMPLE = 1_000;

/**
 * Samples that every kernel can take: NaN and infinities become 0, absurd values are cut to +-1000. Returns the same
 * array when nothing had to change; never writes to the caller's.
 */
export function cleanSamples(pcm: Float32Array): Float32Array {
  for (let i = 0; i < pcm.length; i++) {
    // NaN fails the comparison too. `as number`: in range.
    if (!(Math.abs(pcm[i] as number) <= LARGEST_SAMPLE)) return pcm.map(cleanSample);
  }
  return pcm;
}

function cleanSample(sample: number): number {
  return Number.isFinite(sample) ? Math.max(-LARGEST_SAMPLE, Math.min(LARGEST_SAMPLE, sample)) : 0;
}
