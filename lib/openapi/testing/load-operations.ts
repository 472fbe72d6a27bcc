import path from "node:path";
import type { RouteHandler } from "@/lib/http/route";
import { type ApiRoute, operationName } from "@/lib/openapi/api-route";
import { buildDocument } from "@/lib/openapi/build-document";
import { loadApiRoutes } from "@/lib/openapi/load-api-routes";

/** An operation of the OpenAPI document with what answers it. */
export interface WalkedOperation extends ApiRoute {
  /** "POST /v1/uploads" */
  readonly name: string;
  readonly handler: RouteHandler;
  readonly takesBody: boolean;
}

/**
 * Every operation that the OpenAPI document has, so that a route which is added is walked without anybody thinking of
 * it.
 *
 * @throws Error for an operation of the document that no route answers
 */
export async function loadOperations(root: string): Promise<readonly WalkedOperation[]> {
  const handlers = new Map<unknown, RouteHandler>();
  const routes = await loadApiRoutes(root, async (file) => {
    const module: Record<string, RouteHandler> = await import(path.join(root, file));
    for (const handler of Object.values(module)) if (handler.facts) handlers.set(handler.facts, handler);
    return module;
  });
  const byName = new Map(routes.map((route) => [operationName(route), route]));
  return Object.entries(buildDocument(routes).paths ?? {}).flatMap(([address, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const name = `${method.toUpperCase()} ${address}`;
      const route = byName.get(name);
      const handler = handlers.get(route?.facts);
      if (!route || !handler) throw new Error(`${name} stands in the document and no route answers it.`);
      return { ...route, name, handler, takesBody: Object(operation).requestBody !== undefined };
    }),
  );
}
