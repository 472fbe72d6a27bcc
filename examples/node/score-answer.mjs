// Scores a recording and waits for the result, with the client of lib/sdk (npm run build there, or npm install it).
//   EARSHOT_URL=http://localhost:3000 EARSHOT_API_KEY=es_test_... node score-answer.mjs recording.mp3
import process from "node:process";
import { ApiError, Earshot } from "@earshot/sdk";

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error("usage: score-answer.mjs RECORDING");
  process.exit(2);
}

const earshot = new Earshot({ apiKey: process.env.EARSHOT_API_KEY, baseUrl: process.env.EARSHOT_URL });

try {
  const result = await earshot.softSkillsScores.createAndWait(
    {
      role_benchmark: "customer_support",
      prompt: "Tell me about a time you helped a customer who was upset.",
      audio: path,
      metadata: { example: "node" },
    },
    {
      deadlineMs: 300_000,
      onProgress: ({ status, queue_position }) => console.error(status, queue_position ?? ""),
    },
  );
  console.log(JSON.stringify(result));
  process.exitCode = result.status === "failed" || result.status === "canceled" ? 1 : 0;
} catch (error) {
  if (!(error instanceof ApiError)) throw error;
  console.error(error.status, error.code, error.message, error.errors, `request ${error.requestId}`);
  process.exitCode = 1;
}
