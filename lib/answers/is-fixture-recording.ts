import manifest from "@/public/fixtures/manifest.json";

const HASHES: ReadonlySet<string> = new Set(manifest.answers.map((answer) => answer.sha256));

/** Whether a recording is one of the bundled synthetic ones, by its content: they are marked wherever they show. */
export function isFixtureRecording(sha256: string): boolean {
  return HASHES.has(sha256);
}
