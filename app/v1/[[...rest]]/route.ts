/** Every address of /v1 that is no resource. */
import { nothingHere } from "@/lib/http/methods";

export const { GET, POST, PUT, PATCH, DELETE } = nothingHere();
