import { createServer, type Server, type ServerResponse } from "node:http";
import { environment } from "@/lib/config/environment";
import { ERROR_CODES, EarshotError } from "@/lib/errors/error-codes";
import { logger } from "@/lib/log/logger";
import { answerScrape } from "@/lib/metrics/answer-scrape";

/** Serves the worker's metrics on METRICS_PORT; null where none is set. */
export async function serveMetrics(): Promise<Server | null> {
  const { METRICS_PORT: port, METRICS_HOST: host } = environment();
  if (port === undefined) return null;
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return end(response, ERROR_CODES.not_found.status, "");
    answerScrape(request.headers.authorization ?? null).then(
      ({ contentType, text }) => end(response, 200, text, contentType),
      (error: unknown) => {
        if (error instanceof EarshotError) return end(response, ERROR_CODES[error.code].status, `${error.detail}\n`);
        logger().error({ err: error }, "metrics");
        return end(response, ERROR_CODES.internal_error.status, "");
      },
    );
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return server;
}

function end(response: ServerResponse, status: number, text: string, contentType = "text/plain"): void {
  response.writeHead(status, { "content-type": contentType, "cache-control": "no-store" }).end(text);
}
