import { jsonBody } from "@/lib/http/body";
import { newOverrideSchema } from "@/lib/overrides/schema";

/** The body of a decision. */
export const newOverrideBody = jsonBody(newOverrideSchema);
