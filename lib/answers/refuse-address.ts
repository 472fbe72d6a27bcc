import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { EarshotError } from "@/lib/errors/error-codes";

/**
 * Whether a recording may be fetched from an address: only from the open internet, so that nobody can make this server
 * ask its own network. Loopback is open to test keys, for whoever tries the API out on their own machine.
 *
 * @param address IPv4 or IPv6, as the name was resolved
 * @throws EarshotError `audio_url_not_allowed`
 */
export function refuseAddress(address: string, allowLoopback: boolean): void {
  // An IPv4 address inside an IPv6 one counts as itself.
  const range = ipaddr.process(address).range();
  if (range === "unicast" || (range === "loopback" && allowLoopback)) return;
  throw notAllowed("The address of the recording is not on the public internet.");
}

/** @throws EarshotError `audio_url_not_allowed` for another scheme, credentials, or a numeric address that is refused */
export function refuseUrl(url: URL, allowLoopback: boolean): void {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw notAllowed("Recordings are fetched over http and https only.");
  }
  if (url.username !== "" || url.password !== "") {
    throw notAllowed("The address must not hold a name and password. Use one that is signed instead.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) refuseAddress(host, allowLoopback);
}

export function notAllowed(detail: string): EarshotError {
  const errors = [{ pointer: "/audio_url", code: "audio_url_not_allowed" as const, detail }];
  return new EarshotError("audio_url_not_allowed", detail, errors);
}
