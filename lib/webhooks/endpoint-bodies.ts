import { jsonBody } from "@/lib/http/body";
import { endpointChangesSchema, newEndpointSchema, rotateSecretSchema } from "@/lib/webhooks/schema";

// What the routes of endpoints read.
export const newEndpointBody = jsonBody(newEndpointSchema);
export const endpointChangesBody = jsonBody(endpointChangesSchema);
export const rotateSecretBody = jsonBody(rotateSecretSchema);
