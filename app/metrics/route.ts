/** Prometheus metrics of this web process, for whoever holds METRICS_TOKEN. */
import { EarshotError } from "@/lib/errors/error-codes";
import { problemResponse } from "@/lib/http/problem";
import { createRequestId } from "@/lib/http/request-id";
import { answerScrape } from "@/lib/metrics/answer-scrape";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  try {
    const { contentType, text } = await answerScrape(request.headers.get("authorization"));
    return new Response(text, { headers: { "Content-Type": contentType, "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof EarshotError) return problemResponse(error, createRequestId());
    throw error;
  }
}
