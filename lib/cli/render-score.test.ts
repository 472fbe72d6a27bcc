import { expect, test } from "vitest";
import { toSoftSkillsScore } from "@/lib/assessments/serializers";
import { makeScoreParts, scoredDimension, withheldDimension } from "@/lib/assessments/testing/make-score-parts";
import { renderScore } from "@/lib/cli/render-score";

const SCORE = toSoftSkillsScore(
  makeScoreParts({
    communication: scoredDimension(82),
    clarity: scoredDimension(80, { provisional: true }),
    composure: scoredDimension(70),
    empathy_signal: withheldDimension(
      "The question does not call for helpful acts, and that is a long sentence to wrap.",
    ),
  }),
);
const PLAIN = { colour: false, columns: 80, timings: true };

test("each ledger shows its base, its terms with value, norm and points, and its sum", () => {
  const text = renderScore(SCORE, PLAIN);
  expect(text).toMatch(/Communication {2}82 {2}80 % interval 74-90/);
  expect(text).toMatch(/base\s+76\.40/);
  expect(text).toMatch(/Speaking pace\s+151 words\/min\s+norm 149\s+\+5\.60 {2}\+{6}/);
  expect(text).toMatch(/82\.00 {2}= 82/);
});

test("a withheld dimension says why, a provisional one that it is", () => {
  const text = renderScore(SCORE, PLAIN);
  expect(text).toMatch(/Empathy signal {2}not scored\n {2}! The question does not call/);
  expect(text).toMatch(/Clarity {2}80 .*provisional/);
});

test("measurements that could not be taken give their reason instead of a number", () => {
  expect(renderScore(SCORE, PLAIN)).toMatch(/words per minute\s+not measured \(no_transcript\)/);
});

test("timings show only when asked for", () => {
  expect(renderScore(SCORE, PLAIN)).toMatch(/decode\s+171 ms/);
  expect(renderScore(SCORE, { ...PLAIN, timings: false })).not.toMatch(/171 ms/);
});

test("without colour there is no escape sequence, and the colours hold no information of their own", () => {
  const plain = renderScore(SCORE, PLAIN);
  const coloured = renderScore(SCORE, { ...PLAIN, colour: true });
  expect(plain).not.toContain("\u001b");
  expect(coloured).toContain("\u001b[");
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
});
