import { expect, test } from "vitest";
import { scoreArtifacts, type AnswerArtifacts } from "@/lib/answers/score-artifacts";
import { fromStoredAcoustics, toStoredAcoustics } from "@/scoring/acoustics/stored-acoustics";
import { makeAnswer } from "@/scoring/testing/make-answer";

const { acoustics, language, prompt, accommodations, vectors } = makeAnswer(
  "I called the customer back at once. ".repeat(20),
);
const OPTIONS = { language, prompt, accommodations, vectors };
/** As they come back from the store. */
const ACOUSTICS = fromStoredAcoustics(toStoredAcoustics(acoustics));

function score(unusedTranscript: AnswerArtifacts["unusedTranscript"]) {
  return scoreArtifacts(
    { pcmSha256: "0".repeat(64), acoustics: ACOUSTICS, transcript: null, unusedTranscript },
    OPTIONS,
  );
}

test("why a transcript is not used is part of what is stored: the same artifacts give the same bytes", () => {
  expect(JSON.stringify(score("doubtful"))).toBe(JSON.stringify(score("doubtful")));
  expect(score("doubtful").scored.modes.standard.communication).toMatchObject({
    kind: "withheld",
    reasons: expect.arrayContaining([expect.objectContaining({ code: "transcript_mismatch" })]),
  });
  expect(score(null).scored.modes.standard.communication).toMatchObject({
    reasons: expect.arrayContaining([expect.objectContaining({ code: "no_transcript" })]),
  });
});

test("results for different reasons have different pins", () => {
  const pins = [null, "doubtful", "not_aligned"] as const;
  expect(new Set(pins.map((pin) => score(pin).inputHash)).size).toBe(3);
});
