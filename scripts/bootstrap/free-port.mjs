import net from "node:net";

/** How many ports after the wanted one are tried before the system may choose any. */
const ATTEMPTS = 50;

/**
 * Whether `port` can be listened on.
 * @param {string | null} host null = on every address of the machine
 */
export function isFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, ...(host === null ? {} : { host }), exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** The first free port from `wanted` upwards. */
export async function freePort(wanted, host = "127.0.0.1") {
  for (let port = wanted; port < wanted + ATTEMPTS && port <= 65_535; port++) {
    if (await isFree(port, host)) return port;
  }
  return anyFreePort(host);
}

function anyFreePort(host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port: 0, ...(host === null ? {} : { host }) }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
