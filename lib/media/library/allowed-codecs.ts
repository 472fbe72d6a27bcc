/**
 * Decoders that may run on a stranger's file: what recorders, phones, browsers and telephone systems write. Everything
 * else (hundreds of rarely used decoders) stays shut.
 */
export const ALLOWED_CODECS: ReadonlySet<string> = new Set([
  ...["mp3", "mp3float", "mp2", "mp2float", "mp1", "mp1float"],
  ...["aac", "alac", "flac", "vorbis", "opus", "speex", "libspeex", "libopus", "libvorbis"],
  ...["ac3", "eac3", "amrnb", "amrwb", "gsm", "gsm_ms", "g722", "adpcm_ima_wav", "adpcm_ms", "adpcm_ima_qt"],
]);

/** Uncompressed codings of every size, mu-law and A-law included. */
export function isAllowedCodec(name: string): boolean {
  return ALLOWED_CODECS.has(name) || /^pcm_[a-z0-9]+$/.test(name);
}
