/** A request for every 20 ms of speech would use up a client's requests: at most one a second, and none is large. */
const EVERY_MS = 1_000;
const MOST_BYTES = 1_048_576;

/**
 * Joins what comes within a second, or the first mebibyte of it, to one piece. Nothing is lost or changes its order; the
 * last piece is given as soon as the source ends.
 *
 * @param now the clock, in milliseconds
 */
export async function* gatherPieces(
  pieces: AsyncIterable<Uint8Array>,
  now: () => number = () => performance.now(),
): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  let since = now();
  for await (const piece of pieces) {
    gathered.push(piece);
    bytes += piece.length;
    if (bytes < MOST_BYTES && now() - since < EVERY_MS) continue;
    yield join(gathered, bytes);
    gathered = [];
    bytes = 0;
    since = now();
  }
  if (bytes > 0) yield join(gathered, bytes);
}

function join(pieces: readonly Uint8Array[], bytes: number): Uint8Array {
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
