import { readdir } from "node:fs/promises";
import path from "node:path";
import { type ApiMethod, type ApiRoute, toApiRoutes } from "@/lib/openapi/api-route";
import { sectionIndex, sectionKey } from "@/lib/openapi/sections";

const FOLDER = "app/v1";

/** Loads one file such as "app/v1/uploads/route.ts"; how depends on who asks (a bundle, a test). */
export type RouteImporter = (file: string) => Promise<Readonly<Record<string, unknown>>>;

/** The route files of the API as they lie in the checkout. */
export async function findRouteFiles(root: string): Promise<readonly string[]> {
  const files = await readdir(path.join(root, FOLDER), { recursive: true });
  return files
    .filter((file) => path.basename(file) === "route.ts" && !file.includes("[[..."))
    .map((file) => `${FOLDER}/${file.split(path.sep).join("/")}`)
    .sort();
}

/** Every operation of the API in the order of the reference: by section, then by address. */
export async function loadApiRoutes(root: string, importRoute: RouteImporter): Promise<readonly ApiRoute[]> {
  const routes: ApiRoute[] = [];
  for (const file of await findRouteFiles(root)) routes.push(...toApiRoutes(file, await importRoute(file)));
  return routes.sort(byPlace);
}

const METHOD_ORDER: readonly ApiMethod[] = ["post", "get", "head", "put", "patch", "delete"];

/** Sections in their order, the shorter address first, what creates before what reads. */
function byPlace(a: ApiRoute, b: ApiRoute): number {
  return (
    sectionIndex(a.path) - sectionIndex(b.path) ||
    sectionKey(a.path).localeCompare(sectionKey(b.path)) ||
    a.path.split("/").length - b.path.split("/").length ||
    a.path.localeCompare(b.path) ||
    METHOD_ORDER.indexOf(a.method) - METHOD_ORDER.indexOf(b.method)
  );
}
