// Takes webhooks at http://localhost:8080/ and prints each event that is genuine.
//   EARSHOT_WEBHOOK_SECRET=whsec_... node verify-webhook.mjs 8080
import http from "node:http";
import process from "node:process";
import { verifyWebhook, WebhookVerificationError } from "@earshot/sdk";

const MAX_BODY_BYTES = 1_000_000;
// Two while the secret is being replaced, with a space between them.
const secrets = process.env.EARSHOT_WEBHOOK_SECRET.split(" ");

const server = http.createServer(async (request, response) => {
  try {
    const body = await readBody(request);
    const event = await verifyWebhook(body, request.headers, secrets);
    // Answer first, work later: what takes longer than 15 s is sent again. `webhook-id` tells what came twice.
    response.writeHead(204).end();
    console.log(request.headers["webhook-id"], JSON.stringify(event));
  } catch (error) {
    const refused = error instanceof WebhookVerificationError;
    response.writeHead(refused ? 400 : 500).end(refused ? error.message : "");
  }
});

/** The bytes as they came: a body that was parsed and written again no longer fits its signature. */
async function readBody(request) {
  const parts = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > MAX_BODY_BYTES) throw new WebhookVerificationError("The body is too long.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1", () => {
  console.log(`listening on ${server.address().port}`);
});
