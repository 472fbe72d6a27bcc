import readline from "node:readline";
import { createDatabase, databaseName } from "./database-admin.mjs";

const DUPLICATE_DATABASE = "42P04";
/** The engine's name for an error that the CLI prints from `data`. */
const KNOWN_ERROR = 4466;
/** Id of our own "print" request; the CLI's answer to it is ignored. */
const PRINT_ID = 900_000;
/** These find the shadow database only through a cache that devDiagnostic fills. */
const NEEDS_DIAGNOSTIC = new Set(["evaluateDataLoss", "createMigration"]);

/** Answers JSON-RPC requests, one a line, in order, until standard input ends. */
export async function serveRequests({ url, createEngine }) {
  let engine = null;
  const lines = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  for await (const line of lines) {
    const request = JSON.parse(line);
    if (request.method === undefined) continue;
    try {
      engine ??= await createEngine();
      const result = await answer(engine, request, url);
      if (request.method === "diff" && result.stdout != null) {
        send({ id: PRINT_ID, method: "print", params: { content: result.stdout } });
      }
      send({ id: request.id, result });
    } catch (error) {
      send({ id: request.id, error: asRpcError(error) });
    }
  }
  process.exit(0); // pools of the engine may still be open
}

async function answer(engine, { method, params }, url) {
  if (method === "createDatabase") return createIfMissing(url);
  if (NEEDS_DIAGNOSTIC.has(method)) {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
  }
  const name = method === "getDatabaseVersion" ? "version" : method;
  return (await engine[name](params)) ?? {};
}

async function createIfMissing(url) {
  const name = databaseName(url);
  try {
    await createDatabase(url, name);
  } catch (error) {
    if (error.code !== DUPLICATE_DATABASE) throw error;
  }
  return { databaseName: name };
}

function asRpcError(error) {
  const known = error?.code !== undefined && error?.message !== undefined;
  const data = known
    ? { is_panic: false, message: error.message, error_code: error.code, meta: error.meta ?? {} }
    : { is_panic: false, message: String(error?.message ?? error), backtrace: null };
  return { code: KNOWN_ERROR, message: "The schema engine could not do this; see data.", data };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
