import { fork, type ChildProcess } from "node:child_process";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { resolveChildEntry, type ChildEntryName } from "@/lib/child-process/child-entry";
import { ChildFailure } from "@/lib/child-process/child-failure";
import { OUTPUT_PIPE, type ChildReply, type ChildRequest } from "@/lib/child-process/child-protocol";

export interface SupervisedChildOptions {
  readonly entry: ChildEntryName;
  /** Wall-clock limit of one request, from when the child gets it, in milliseconds. A late child is killed. */
  readonly timeoutMs: number;
  /** Cap of the child's JavaScript heap in MiB. */
  readonly maxOldSpaceMb: number;
  /** Each request comes with streams. */
  readonly streams?: boolean;
  readonly execArgv?: readonly string[];
  /** The child's whole environment. Empty by default: a child that opens strangers' files needs no secrets. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ChildStreams {
  /** Goes to the child's standard input, which ends with it. */
  readonly input: Readable;
  /** Takes what the child writes to its OUTPUT_PIPE. It has ended when the request is answered. */
  readonly output: Writable;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** For a child that streams. It is the last request that this child can take. */
  readonly streams?: ChildStreams;
}

export interface SupervisedChild<Request, Response> {
  /** Requests are answered one at a time, in order. Rejects with a {@link ChildFailure}. */
  request(message: Request, options?: RequestOptions): Promise<Response>;
  /** Requests not yet answered, this one's queue included. */
  pending(): number;
  /** Kills the child; what is queued or running rejects with reason "aborted". A later request is refused. */
  close(): Promise<void>;
}

const STDERR_TAIL_CHARS = 2_000;
const livingChildren = new Set<ChildProcess>();
let exitHookSet = false;

/**
 * A warm child process behind a request/response port. It starts with the first request and is kept; when it hangs,
 * crashes, throws or its request is aborted, it is killed and the next request starts a fresh one. An idle child does
 * not keep the parent alive. Messages are structured clones (typed arrays travel as they are).
 */
export function createSupervisedChild<Request, Response>(
  options: SupervisedChildOptions,
): SupervisedChild<Request, Response> {
  let child: ChildProcess | null = null;
  let closed = false;
  let waiting = 0;
  let nextId = 1;
  let queue: Promise<unknown> = Promise.resolve();
  const closing = new AbortController();

  const ready = async (): Promise<ChildProcess> => {
    if (child === null || !isAlive(child)) {
      const file = await resolveChildEntry(options.entry);
      if (closed) throw new ChildFailure("aborted", `${options.entry} was closed`);
      child = start(file, options);
    }
    return child;
  };
  const run = async (message: Request, request: RequestOptions): Promise<Response> => {
    const signals = request.signal ? [request.signal, closing.signal] : [closing.signal];
    throwIfAborted(signals, options.entry);
    const target = await ready();
    throwIfAborted(signals, options.entry);
    try {
      const timeoutMs = request.timeoutMs ?? options.timeoutMs;
      const limits = { signals, timeoutMs, entry: options.entry, streams: request.streams ?? null };
      const value = await ask(target, { id: nextId++, message }, limits);
      if (request.streams) target.kill("SIGKILL");
      // Reason for `as`: the child's serveRequests has the same type parameter for what it returns.
      return value as Response;
    } catch (error) {
      target.kill("SIGKILL");
      child = null;
      throw error;
    }
  };

  return {
    request(message, request = {}) {
      waiting += 1;
      const turn = queue.then(() => run(message, request));
      queue = turn.catch(() => undefined);
      return rejectEarly(turn, request.signal, options.entry).finally(() => (waiting -= 1));
    },
    pending: () => waiting,
    async close() {
      closed = true;
      closing.abort();
      child?.kill("SIGKILL");
      await queue;
    },
  };
}

function start(file: string, options: SupervisedChildOptions): ChildProcess {
  const child = fork(file, [], {
    serialization: "advanced",
    stdio: options.streams ? ["pipe", "ignore", "pipe", "ipc", "pipe"] : ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [`--max-old-space-size=${options.maxOldSpaceMb}`, ...(options.execArgv ?? [])],
    // Reason for `as`: Next.js widens ProcessEnv with a required NODE_ENV, which a child does not need.
    env: { ...options.env } as NodeJS.ProcessEnv,
  });
  livingChildren.add(child);
  child.once("exit", () => livingChildren.delete(child));
  // A failed spawn reports "error" and no "exit"; without a listener it would end the parent.
  child.on("error", () => livingChildren.delete(child));
  if (!exitHookSet) {
    exitHookSet = true;
    process.once("exit", () => livingChildren.forEach((one) => one.kill("SIGKILL")));
  }
  child.stderr?.on("data", () => undefined);
  setHold(child, false);
  return child;
}

/** A child that ends early leaves broken pipes; what became of it is said by its answer, or by its end. */
async function stream(child: ChildProcess, { input, output }: ChildStreams): Promise<void> {
  const made = child.stdio[OUTPUT_PIPE];
  if (child.stdin) pipeline(input, child.stdin).catch(() => undefined);
  if (made instanceof Readable) await pipeline(made, output).catch(() => undefined);
}

interface AskLimits {
  readonly signals: readonly AbortSignal[];
  readonly timeoutMs: number;
  readonly entry: string;
  readonly streams: ChildStreams | null;
}

function ask(child: ChildProcess, request: ChildRequest, limits: AskLimits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stderrTail = "";
    const onStderr = (chunk: Buffer): void => {
      stderrTail = (stderrTail + chunk.toString("utf8")).slice(-STDERR_TAIL_CHARS);
    };
    const fail = (reason: ChildFailure["reason"], message: string): void => {
      finish();
      reject(new ChildFailure(reason, `${limits.entry} ${message}`));
    };
    const onMessage = (reply: ChildReply): void => {
      if (reply.id !== request.id) return;
      if (!reply.ok) return fail("crashed", `failed: ${reply.error}`);
      void streamed.then(() => {
        finish();
        resolve(reply.value);
      });
    };
    // "close" comes after "exit" once stderr is read to its end, so the last words are in the message.
    const onClose = (code: number | null, signal: string | null): void =>
      fail("crashed", `ended (${signal ?? `code ${code}`}): ${stderrTail.trim()}`);
    const onError = (error: Error): void => fail("crashed", `broke: ${error.message}`);
    const onAbort = (): void => fail("aborted", "was aborted");
    const timer = setTimeout(() => fail("timeout", `gave no answer in ${limits.timeoutMs} ms`), limits.timeoutMs);
    const finish = (): void => {
      clearTimeout(timer);
      child.off("message", onMessage).off("close", onClose).off("error", onError);
      child.stderr?.off("data", onStderr);
      limits.streams?.input.destroy();
      limits.signals.forEach((signal) => signal.removeEventListener("abort", onAbort));
      setHold(child, false);
    };
    child.on("message", onMessage).on("close", onClose).on("error", onError);
    child.stderr?.on("data", onStderr);
    limits.signals.forEach((signal) => signal.addEventListener("abort", onAbort, { once: true }));
    setHold(child, true);
    const streamed = limits.streams ? stream(child, limits.streams) : Promise.resolve();
    child.send(request, (error) => {
      if (error) onError(error);
    });
  });
}

/** While a request runs the child keeps the parent alive; an idle child must not. */
function setHold(child: ChildProcess, hold: boolean): void {
  const method = hold ? "ref" : "unref";
  child[method]();
  child.channel?.[method]();
  for (const pipe of [child.stderr, child.stdin, child.stdio[OUTPUT_PIPE]]) {
    // Reason for `as`: the pipes are net.Sockets, declared as the narrower streams.
    (pipe as unknown as { ref(): void; unref(): void } | null | undefined)?.[method]();
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.connected && child.exitCode === null && child.signalCode === null && !child.killed;
}

function throwIfAborted(signals: readonly AbortSignal[], entry: string): void {
  if (signals.some((signal) => signal.aborted)) throw new ChildFailure("aborted", `${entry} was aborted`);
}

/** A request that still waits for its turn answers its caller's abort at once. */
function rejectEarly<T>(turn: Promise<T>, signal: AbortSignal | undefined, entry: string): Promise<T> {
  if (!signal) return turn;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(new ChildFailure("aborted", `${entry} was aborted`));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
