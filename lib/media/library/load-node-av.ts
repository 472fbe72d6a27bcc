type NodeAvLibrary = typeof import("node-av/lib");
type NodeAvConstants = Pick<
  typeof import("node-av/constants"),
  "AVMEDIA_TYPE_AUDIO" | "AVDISCARD_ALL" | "AV_LOG_QUIET"
>;

/** The ffmpeg library's classes and the few constants that are used. */
export type NodeAv = NodeAvLibrary & NodeAvConstants;

let loading: Promise<NodeAv | null> | null = null;

/**
 * Loads the native library with the first file that needs it (100 ms that a 16 kHz WAV does not pay). Null on
 * platforms for which the package has no binary.
 */
export function loadNodeAv(): Promise<NodeAv | null> {
  loading ??= load().catch(() => null);
  return loading;
}

async function load(): Promise<NodeAv> {
  const library = await import("node-av/lib");
  const { AVMEDIA_TYPE_AUDIO, AVDISCARD_ALL, AV_LOG_QUIET } = await import("node-av/constants");
  library.Log.setLevel(AV_LOG_QUIET);
  return { ...library, AVMEDIA_TYPE_AUDIO, AVDISCARD_ALL, AV_LOG_QUIET };
}
