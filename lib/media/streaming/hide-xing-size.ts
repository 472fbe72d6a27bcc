/** Bytes of side information between a frame's header and its Xing tag: by MPEG version (1, then 2 and 2.5), stereo and mono. */
const SIDE_INFO_BYTES = { first: { stereo: 32, mono: 17 }, second: { stereo: 17, mono: 9 } } as const;
const HEADER_BYTES = 4;
const FRAMES_FLAG = 1;
const SIZE_FLAG = 2;

export interface HeadOfMp3 {
  readonly bytes: Buffer;
  /** The first frame holds a Xing tag, which says how many samples at both ends are padding. */
  readonly hasXing: boolean;
}

/**
 * The first bytes of an MP3 as a demultiplexer must see them that reads a stream. A Xing tag names the size of the file;
 * of a stream there is none to compare with, so ffmpeg takes the tag for another file's and leaves the padding in.
 * Without a size in the tag it believes the rest.
 *
 * @param head the first bytes
 * @param start where the first frame's header lies in them
 * @returns null where no frame begins there
 */
export function hideXingSize(head: Buffer, start: number): HeadOfMp3 | null {
  const [sync = 0, second = 0, , fourth = 0] = head.subarray(start, start + HEADER_BYTES);
  if (sync !== 0xff || (second & 0xe0) !== 0xe0) return null;
  const version = ((second >> 3) & 3) === 3 ? "first" : "second";
  const sideInfo = SIDE_INFO_BYTES[version][fourth >> 6 === 3 ? "mono" : "stereo"];
  const tag = start + HEADER_BYTES + sideInfo;
  const name = head.toString("latin1", tag, tag + 4);
  if ((name !== "Xing" && name !== "Info") || tag + 16 > head.length) return { bytes: head, hasXing: false };
  const flags = head.readUInt32BE(tag + 4);
  if ((flags & SIZE_FLAG) === 0) return { bytes: head, hasXing: true };
  const bytes = Buffer.from(head);
  bytes.writeUInt32BE(0, tag + 8 + (flags & FRAMES_FLAG ? 4 : 0));
  return { bytes, hasXing: true };
}
