import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What a server says on one connection, until it or we end it. */
export interface Conversation {
  readonly socket: net.Socket;
  /** All that it said so far. */
  text(): string;
  /** The status codes of its answers so far. */
  statuses(): number[];
  /** Resolves when the server hangs up; after `ms`, we do. */
  end(ms: number): Promise<Conversation>;
}

/** Opens a connection and writes bytes that need not be HTTP. */
export function talk(baseURL: string, bytes: string | Buffer): Conversation {
  const { hostname, port } = new URL(baseURL);
  const socket = net.connect(Number(port), hostname);
  let heard = "";
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("data", (chunk: Buffer) => (heard += chunk.toString("latin1")));
  socket.on("error", () => undefined); // a connection that is cut is what some of these are about
  socket.write(bytes);
  const conversation: Conversation = {
    socket,
    text: () => heard,
    statuses: () => [...heard.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status)),
    end: async (ms) => {
      await Promise.race([closed, sleep(ms, null, { ref: false })]);
      socket.destroy();
      return conversation;
    },
  };
  return conversation;
}

/** A request's head, and whatever follows it. */
export function head(line: string, headers: Readonly<Record<string, string | number>>, body = ""): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\nHost: earshot\r\n${lines.join("")}\r\n${body}`;
}
