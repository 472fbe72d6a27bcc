import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Readable } from "node:stream";
import type { RouteHandler } from "@/lib/http/route";
import { findRouteFiles } from "@/lib/openapi/load-api-routes";

const ROOT = path.resolve(import.meta.dirname, "../../..");

export interface ServedRoutes {
  readonly url: string;
  /** The next answers, as many as this, are done but their line is broken before a byte of them is sent. */
  breakAnswers(count: number): void;
  close(): Promise<void>;
}

/** Every route of the API behind a real server, with the request's own stream inside a web Request, as Next has it. */
export async function serveRoutes(): Promise<ServedRoutes> {
  const routes = await loadRoutes();
  let broken = 0;
  const server = createServer((incoming, outgoing) => {
    void answer(routes, incoming).then(async (response) => {
      if (broken > 0) {
        broken -= 1;
        incoming.socket.destroy();
        return;
      }
      await send(response, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has no other kind of address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    breakAnswers: (count) => void (broken = count),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Route {
  readonly pattern: RegExp;
  readonly module: Readonly<Record<string, RouteHandler | undefined>>;
}

/** Addresses without a placeholder first, as Next prefers them: `batch` is no id. */
async function loadRoutes(): Promise<readonly Route[]> {
  const files = [...(await findRouteFiles(ROOT))].sort((a, b) => Number(a.includes("[")) - Number(b.includes("[")));
  return Promise.all(
    files.map(async (file) => ({
      pattern: new RegExp(
        `^${path
          .dirname(file)
          .replace("app/", "/")
          .replace(/\[(\w+)\]/g, "(?<$1>[^/]+)")}$`,
      ),
      // Which methods a route has is looked at when one is asked for.
      module: (await import(path.join(ROOT, file))) as Route["module"],
    })),
  );
}

async function answer(routes: readonly Route[], incoming: IncomingMessage): Promise<Response> {
  const url = new URL(incoming.url ?? "/", "http://earshot.test");
  const route = routes.find(({ pattern }) => pattern.test(url.pathname));
  const handler = route?.module[incoming.method ?? ""];
  if (!route || !handler) return new Response(null, { status: 404 });
  const hasBody = !["GET", "HEAD", "OPTIONS", "DELETE"].includes(incoming.method ?? "");
  const request = new Request(url, {
    method: incoming.method ?? "GET",
    // Node's headers are text, or lists of text that these requests do not have.
    headers: incoming.headers as Record<string, string>,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" }),
  });
  const params = Object.entries(route.pattern.exec(url.pathname)?.groups ?? {});
  const decoded = Object.fromEntries(params.map(([name, value]) => [name, decodeURIComponent(value)]));
  return handler(request, { params: Promise.resolve(decoded) });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
