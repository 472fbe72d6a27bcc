import http from "node:http";
import { type AddressInfo } from "node:net";

/** What the server does with one request: answer, break the line, or keep silent. */
export type Step =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly json?: unknown }
  | "break"
  | "silence";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  readonly atMs: number;
}

/** A real server on a port of its own that takes one step a request, the last one again and again. */
export async function scriptedServer(...steps: readonly Step[]) {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const step = steps[Math.min(received.length, steps.length - 1)] ?? "break";
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, body: Buffer.concat(parts), atMs: performance.now() });
      if (step === "silence") return;
      if (step === "break") return void request.socket.destroy();
      response.writeHead(step.status, { "Content-Type": "application/json", ...step.headers });
      response.end(step.json === undefined ? "" : JSON.stringify(step.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, received, [Symbol.asyncDispose]: async () => void (await close()) };
}
