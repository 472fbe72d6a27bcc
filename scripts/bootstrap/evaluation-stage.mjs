import fs from "node:fs";
import path from "node:path";

/** Public data beside the checkout, unless EVALUATION_DATA names another folder. */
const DEFAULT_DATA = "../shared/data";

/**
 * The stage that holds agreement with people above its floors, on at most 20 speakers a set. Without the data it is
 * skipped, because they may not be part of the project.
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {{ name: string, command: string[] } | { name: string, skipped: string }}
 */
export function evaluationStage(root, env = process.env) {
  const name = "evaluation floors";
  const data = path.resolve(root, env.EVALUATION_DATA || DEFAULT_DATA);
  if (!fs.existsSync(data)) {
    return { name, skipped: `no ${env.EVALUATION_DATA || DEFAULT_DATA}; set EVALUATION_DATA to a folder of the sets` };
  }
  const options = ["--data", data, "--quick", "--floors"];
  return { name, command: [process.execPath, "scripts/evaluate.mjs", ...options] };
}
