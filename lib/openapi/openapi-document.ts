import type { createDocument } from "zod-openapi";

/** The finished document: plain JSON. */
export type OpenApiDocument = ReturnType<typeof createDocument>;
