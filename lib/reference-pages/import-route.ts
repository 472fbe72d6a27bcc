import type { RouteImporter } from "@/lib/openapi/load-api-routes";

/**
 * Loads a route of the API. The bundler turns the template into a table of all files below app/v1: the pages are made
 * of the routes as they are, without a list of them anywhere.
 */
export const importRoute: RouteImporter = (file) => {
  const folder = file.replace(/^app\/v1\//, "").replace(/\/route\.ts$/, "");
  return import(`../../app/v1/${folder}/route.ts`);
};
