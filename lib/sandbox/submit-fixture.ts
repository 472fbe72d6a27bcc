import { Readable } from "node:stream";
import type { FixtureAnswer } from "@/lib/answers/schema";
import { type Submission, submitAnswer } from "@/lib/answers/submit-answer";
import type { Identity } from "@/lib/auth/identity";
import { EarshotError } from "@/lib/errors/error-codes";
import { readFixtureFields, readFixtureRecording } from "@/lib/sandbox/load-fixture";
import { findSandboxFixture } from "@/lib/sandbox/sandbox-fixtures";
import type { ObjectStore } from "@/lib/storage/object-store";

/**
 * Takes in a bundled answer by its name, through the same door as everybody's.
 *
 * @throws EarshotError `fixture_needs_test_key`; what the fixture is made to be refused with
 */
export async function submitFixture(
  identity: Identity,
  store: ObjectStore,
  { fixture: key, ...fields }: FixtureAnswer,
  { waitSeconds }: { readonly waitSeconds: number },
): Promise<Submission> {
  if (identity.livemode) {
    const detail = "Fixtures are for test keys (es_test_...); this key is live and would be charged.";
    throw new EarshotError("fixture_needs_test_key", detail, [
      { pointer: "/fixture", code: "fixture_needs_test_key", detail },
    ]);
  }
  const fixture = findSandboxFixture(key);
  if (!fixture) throw new Error("The schema let in a fixture that is not there.");
  const bundled = await readFixtureFields(fixture);
  const recording = await store.receive(Readable.from([await readFixtureRecording(fixture)]));
  const whole = { ...fields, ...bundled, accommodations: [], channel: "mix" as const };
  const options = { waitSeconds: fixture.outcome === "later" ? 0 : waitSeconds, fixture };
  return submitAnswer(identity, store, { recording, fields: whole }, options);
}
