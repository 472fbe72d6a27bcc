import { buildDocument } from "@/lib/openapi/build-document";
import { loadApiRoutes, type RouteImporter } from "@/lib/openapi/load-api-routes";
import { renderLlmsPage } from "@/lib/openapi/render-llms-page";
import type { WrittenPage } from "@/lib/openapi/written-page";

/** docs/openapi.json and public/llms.txt as they should be. */
export async function apiPages(root: string, importRoute: RouteImporter): Promise<readonly WrittenPage[]> {
  const document = buildDocument(await loadApiRoutes(root, importRoute));
  return [
    { file: "docs/openapi.json", text: `${JSON.stringify(document, null, 1)}\n` },
    { file: "public/llms.txt", text: renderLlmsPage(document) },
  ];
}
