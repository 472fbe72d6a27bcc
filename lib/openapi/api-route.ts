import type { RouteFacts, RouteHandler } from "@/lib/http/route";

export const API_METHODS = ["get", "head", "post", "put", "patch", "delete"] as const;
export type ApiMethod = (typeof API_METHODS)[number];

/** One operation of the API: its address, with what its route says of itself. */
export interface ApiRoute {
  readonly method: ApiMethod;
  /** "/v1/soft-skills-score/{id}" */
  readonly path: string;
  readonly facts: RouteFacts;
}

/** "POST /v1/soft-skills-score": how operations are named in tables beside the document. */
export function operationName({ method, path }: Pick<ApiRoute, "method" | "path">): string {
  return `${method.toUpperCase()} ${path}`;
}

/** Every operation that a module of app/v1 declares; those that only refuse a method have no facts. */
export function toApiRoutes(file: string, module: Readonly<Record<string, unknown>>): readonly ApiRoute[] {
  const path = toPath(file);
  return API_METHODS.flatMap((method) => {
    const handler = module[method.toUpperCase()];
    // HEAD is the GET of the same address unless it was declared by itself.
    if (method === "head" && handler === module["GET"]) return [];
    return isDescribed(handler) ? [{ method, path, facts: handler.facts }] : [];
  });
}

/** "/v1/uploads/{id}" from "app/v1/uploads/[id]/route.ts", as Next makes addresses of folders. */
function toPath(file: string): string {
  const folders = file.split("/").slice(1, -1);
  return `/${folders.map((folder) => folder.replace(/^\[(\w+)\]$/, "{$1}")).join("/")}`;
}

function isDescribed(handler: unknown): handler is RouteHandler & { readonly facts: RouteFacts } {
  return typeof handler === "function" && "facts" in handler && handler.facts !== undefined;
}
