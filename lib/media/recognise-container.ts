import type { MediaContainer } from "@/lib/media/media-container";

/** Names the container from its first bytes (4 kB are enough), or null. MPEG streams have no such mark. */
export function recogniseContainer(head: Uint8Array): MediaContainer | null {
  const at = (offset: number, length = 4): string => latin1(head.subarray(offset, offset + length));
  const mark = at(0);
  if ((mark === "RIFF" || mark === "RF64" || mark === "RIFX") && at(8) === "WAVE") return "wav";
  if (mark === "riff" && at(24) === "wave") return "wav";
  if (mark === "FORM" && (at(8) === "AIFF" || at(8) === "AIFC")) return "aiff";
  if (mark === "fLaC") return "flac";
  if (mark === "OggS") return latin1(head.subarray(0, 512)).includes("OpusHead") ? "opus" : "ogg";
  if (mark === "\x1aE\xdf\xa3") return matroskaKind(head);
  return isoMediaKind(at);
}

/** EBML: the document type is a short string near the start ("webm" or "matroska"). */
function matroskaKind(head: Uint8Array): MediaContainer | null {
  const start = latin1(head.subarray(0, 4_096));
  const documentType = /\x42\x82[\x80-\xff]([a-z]+)/.exec(start)?.[1];
  if (documentType === "webm") return "webm";
  return documentType === "matroska" ? "mkv" : null;
}

/** ISO base media: the brand in `ftyp` tells MOV and M4A from MP4; old QuickTime files start with another box. */
function isoMediaKind(at: (offset: number, length?: number) => string): MediaContainer | null {
  const box = at(4);
  if (box === "moov" || box === "mdat" || box === "wide" || box === "free" || box === "skip") return "mov";
  if (box !== "ftyp") return null;
  const brand = at(8);
  if (brand === "qt  ") return "mov";
  if (["M4A ", "M4B ", "M4P "].includes(brand)) return "m4a";
  return /^(iso|mp4|mp7|M4V|3g|avc|dash|f4v|F4V|MSNV|NDX|XAVC|CAEP|caqv|mmp4|kddi)/i.test(brand) ? "mp4" : null;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
