import manifest from "@/public/fixtures/manifest.json";

/** How a request with a fixture ends. */
export type SandboxOutcome = "success" | "partial" | "not_scored" | "refused" | "later";

/** A named answer of the sandbox: what is sent, and what always comes back. */
export interface SandboxFixture {
  readonly key: string;
  /** The bundled recording, by its key in public/fixtures/manifest.json. */
  readonly recording: string;
  readonly outcome: SandboxOutcome;
  /** For the table: what it is for. */
  readonly explanation: string;
  /** Sent without the words that belong to it. */
  readonly withoutWords?: true;
  /** Cut off and overwritten, as a broken transfer leaves it. */
  readonly damaged?: true;
  /** The signal that its result carries. No recording of ours is anybody's, so it can be said what it is. */
  readonly flag?: "reading_detected" | "multiple_speakers";
  /** A worker takes it up no sooner than this. */
  readonly delaySeconds?: number;
}

/**
 * Every fixture, in the order of the table. The results are the engine's on bundled recordings, every time the same; only
 * the two signals are set by hand, because they are known.
 */
export const SANDBOX_FIXTURES: readonly SandboxFixture[] = [
  {
    ...{ key: "strong", recording: "strong", outcome: "success" },
    explanation: "All four dimensions, well over the bar.",
  },
  {
    ...{ key: "average", recording: "average", outcome: "success" },
    explanation: "All four dimensions, near the bar.",
  },
  { ...{ key: "weak", recording: "weak", outcome: "success" }, explanation: "All four dimensions, below the bar." },
  {
    ...{ key: "partial", recording: "strong", outcome: "partial", withoutWords: true },
    explanation: "Sent without its words: composure and clarity from the sound, the others null with the reason.",
  },
  {
    ...{ key: "low_confidence", recording: "noisy", outcome: "not_scored" },
    explanation: "Speech under loud noise: measured, and every dimension withheld with the reason; free.",
  },
  {
    ...{ key: "one_line", recording: "one-line", outcome: "not_scored" },
    explanation: "Four seconds: measured, too little to judge, free.",
  },
  {
    ...{ key: "reading", recording: "read-aloud", outcome: "success", flag: "reading_detected" },
    explanation: "`reading_detected` is true: the verdict is `review`, the scores are as without it.",
  },
  {
    ...{
      key: "two_speakers",
      recording: "two-speakers",
      outcome: "partial",
      withoutWords: true,
      flag: "multiple_speakers",
    },
    explanation: "`multiple_speakers` is true: the verdict is `review`. Sent without words.",
  },
  {
    ...{ key: "no_speech", recording: "silence", outcome: "refused" },
    explanation: "`no_speech`: 422, or `failed` where you did not wait.",
  },
  {
    ...{ key: "failed", recording: "average", outcome: "refused", withoutWords: true, damaged: true },
    explanation: "`media_undecodable`: 422, or `failed` where you did not wait.",
  },
  {
    ...{ key: "queued", recording: "one-line", outcome: "later", delaySeconds: 10 },
    explanation: "202 whatever `Prefer` says; `queued` for ten seconds, then as `one_line`. It can be canceled.",
  },
];

// Names of the table above, which is not empty.
export const SANDBOX_KEYS = SANDBOX_FIXTURES.map(({ key }) => key) as [string, ...string[]];

export function findSandboxFixture(key: string | null): SandboxFixture | null {
  return SANDBOX_FIXTURES.find((fixture) => fixture.key === key) ?? null;
}

const HASHES = new Map(manifest.answers.map(({ key, sha256 }) => [sha256, key]));

/** The fixture that a recording is by its content, the first of the table; null for everybody's own. */
export function fixtureOfRecording(sha256: string): SandboxFixture | null {
  const recording = HASHES.get(sha256);
  return SANDBOX_FIXTURES.find((each) => each.recording === recording && !each.damaged) ?? null;
}

/** Signals that the result of an answer carries; none for everybody's own. */
export function sandboxFlags(key: string | null): readonly string[] {
  const flag = findSandboxFixture(key)?.flag;
  return flag === undefined ? [] : [flag];
}
