/** Kinds of file that are read. The name comes from the bytes, never from the file's name. */
export const MEDIA_CONTAINERS = [
  "mp3",
  "wav",
  "aiff",
  "flac",
  "ogg",
  "opus",
  "m4a",
  "mp4",
  "mov",
  "webm",
  "mkv",
  "aac",
] as const;
export type MediaContainer = (typeof MEDIA_CONTAINERS)[number];

/** For messages: what can be sent instead. */
export const SUPPORTED_MEDIA_TEXT =
  "MP3, WAV, AIFF, FLAC, Ogg Vorbis, Opus, M4A, AAC, MP4, MOV, WebM and MKV can be read";

/**
 * The one demultiplexer that each container may be opened with. Naming it shuts out every other format, such as
 * playlists that make the decoder open further files.
 */
export const DEMUXER_OF: Readonly<Record<MediaContainer, string>> = {
  mp3: "mp3",
  wav: "wav,w64",
  aiff: "aiff",
  flac: "flac",
  ogg: "ogg",
  opus: "ogg",
  m4a: "mov",
  mp4: "mov",
  mov: "mov",
  webm: "matroska",
  mkv: "matroska",
  aac: "aac",
};
