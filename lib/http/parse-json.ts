import { EarshotError } from "@/lib/errors/error-codes";

/** No body of this API is deeper than 6; everything that walks a value does so by recursion. */
const MAX_DEPTH = 32;
/** A string, or one character that opens, closes or separates. What lies between these is the parser's business. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

/**
 * JSON from outside. Stricter than JSON.parse where that would lose something without a word: a key that stands twice
 * in an object (the last one would win), and `__proto__`, which no object can keep.
 *
 * @throws EarshotError `invalid_request`
 */
export function parseJson(text: string): unknown {
  const value = parse(text);
  refuseLosses(text);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refused("The body is not JSON.");
  }
}

/** Walks the tokens of what is known to be JSON: in anything else the search for the end of a string could take for ever. */
function refuseLosses(text: string): void {
  /** Keys of each open object; null for an array. */
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1) ?? null;
    if (token === "{" || token === "[") {
      if (open.length >= MAX_DEPTH) throw refused(`The JSON is nested deeper than ${MAX_DEPTH} levels.`);
      open.push(token === "{" ? new Set() : null);
      expectsKey = token === "{";
    } else if (token === "}" || token === "]") {
      open.pop();
      expectsKey = false;
    } else if (token === "," || token === ":") {
      expectsKey = token === "," && keys !== null;
    } else if (expectsKey && keys) {
      noteKey(keys, token);
    }
  }
}

function noteKey(keys: Set<string>, token: string): void {
  const key = String(JSON.parse(token));
  if (key === "__proto__") throw refused("The JSON has a key __proto__, which is not allowed.");
  if (keys.has(key)) {
    throw refused(`The JSON has the key ${token.slice(0, 60)} twice in one object. Send it once.`);
  }
  keys.add(key);
}

function refused(detail: string): EarshotError {
  return new EarshotError("invalid_request", detail);
}
