import { ANSWER_LANGUAGES } from "@/lib/answers/constants";
import { EarshotError } from "@/lib/errors/error-codes";

/**
 * "en" from "en", "EN" or "en-GB": only the language counts, an accent's region never does.
 *
 * @throws EarshotError `unsupported_language`, naming the supported ones
 */
export function readLanguage(code: string): string {
  const primary = code.toLowerCase().split(/[-_]/, 1)[0] ?? "";
  if (Object.hasOwn(ANSWER_LANGUAGES, primary)) return primary;
  const detail = `"${code.slice(0, 35)}" is not supported. Supported: ${Object.keys(ANSWER_LANGUAGES).join(", ")}.`;
  throw new EarshotError("unsupported_language", detail, [
    { pointer: "/language", code: "unsupported_language", detail },
  ]);
}
