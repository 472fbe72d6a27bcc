// Sends a recording while it is made, and prints the result moments after its end. It comes on standard input:
//   arecord -f S16_LE -r 16000 -d 240 | EARSHOT_URL=... EARSHOT_API_KEY=es_test_... node live-answer.mjs
import process from "node:process";
import { ApiError, Earshot } from "@earshot/sdk";

const earshot = new Earshot({ apiKey: process.env.EARSHOT_API_KEY, baseUrl: process.env.EARSHOT_URL });

try {
  const live = await earshot.liveAnswers.begin({
    role_benchmark: "customer_support",
    prompt: "Tell me about a time you helped a customer who was upset.",
  });
  const bytes = await earshot.liveAnswers.appendAll(live.id, process.stdin);
  console.error(`${bytes} bytes sent as ${live.id}`);
  const { id } = await earshot.liveAnswers.complete(live.id, { size: bytes });
  const result = await earshot.softSkillsScores.waitForResult(id, { deadlineMs: 300_000 });
  console.log(JSON.stringify(result));
  process.exitCode = result.status === "failed" || result.status === "canceled" ? 1 : 0;
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.error(error.status, error.code, error.message, error.errors, `request ${error.requestId}`);
  process.exitCode = 1;
}
