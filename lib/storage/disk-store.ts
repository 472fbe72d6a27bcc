import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ulid } from "ulid";
import { GrowingFile } from "@/lib/storage/growing-file";
import type { GrowingObject, IncomingObject, ObjectStore, StoredBytes } from "@/lib/storage/object-store";

/** Another process may be receiving a file right now; a file of this age belongs to nobody. */
const ABANDONED_AFTER_MS = 3_600_000;
const INCOMING = "incoming";
/** Keys are ours, but a key that came from a row is still checked before it becomes a path. */
const KEY = /^[A-Za-z0-9_]{1,60}\/[0-9a-f]{64}$/;
/** An organization and a thing of its own: "org_…/upl_…". */
const PARTS_FOLDER = /^[A-Za-z0-9_]{1,60}\/[a-z]{3}_[0-9A-Z]{26}$/;

/** Recordings as files below one folder; for one machine, or several with a shared disk. */
export class DiskStore implements ObjectStore {
  constructor(readonly folder: string) {}

  async receive(stream: Readable): Promise<IncomingObject> {
    const target = await this.#incomingPath();
    const hash = createHash("sha256");
    let bytes = 0;
    try {
      await pipeline(
        stream,
        async function* (source: AsyncIterable<Buffer>) {
          for await (const chunk of source) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        },
        // flush: what the database refers to must survive a power cut.
        createWriteStream(target, { mode: 0o600, flags: "wx", flush: true }),
      );
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    }
    return { path: target, sha256: hash.digest("hex"), bytes };
  }

  async grow(): Promise<GrowingObject> {
    return GrowingFile.create(await this.#incomingPath());
  }

  async keep(incoming: IncomingObject, key: string): Promise<void> {
    const target = this.#pathOf(key);
    await moveTo(incoming.path, target);
  }

  async keepPart(incoming: IncomingObject, folder: string, offset: number): Promise<void> {
    await moveTo(incoming.path, path.join(this.#partsPath(folder), String(offset)));
  }

  readParts(folder: string, size: number, from = 0): Readable {
    return Readable.from(readInOrder(this.#partsPath(folder), size, from), { objectMode: false });
  }

  async deleteParts(folder: string): Promise<void> {
    await rm(this.#partsPath(folder), { recursive: true, force: true });
  }

  async discard(incoming: IncomingObject): Promise<void> {
    await rm(incoming.path, { force: true });
  }

  async sizeOf(key: string): Promise<number | null> {
    try {
      return (await stat(this.#pathOf(key))).size;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async getStream(key: string, range?: StoredBytes): Promise<Readable> {
    const stream = createReadStream(this.#pathOf(key), range);
    await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
    return stream;
  }

  withLocalFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T> {
    return work(this.#pathOf(key));
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true });
  }

  async *listSettled(): AsyncIterable<readonly string[]> {
    for (const owner of await readdir(this.folder).catch(() => [])) {
      const keys: string[] = [];
      for (const name of await readdir(path.join(this.folder, owner)).catch(() => [])) {
        const key = `${owner}/${name}`;
        if (KEY.test(key) && (await isOld(this.#pathOf(key)))) keys.push(key);
      }
      if (keys.length > 0) yield keys;
    }
  }

  async removeAbandoned(): Promise<void> {
    const folder = path.join(this.folder, INCOMING);
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const file = path.join(folder, name);
      if (await isOld(file)) await rm(file, { force: true });
    }
  }

  async #incomingPath(): Promise<string> {
    const folder = path.join(this.folder, INCOMING);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, ulid());
  }

  #partsPath(folder: string): string {
    if (!PARTS_FOLDER.test(folder)) throw new Error("This is not a folder of parts.");
    return path.join(this.folder, ...folder.split("/"));
  }

  #pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error("This is not the key of a recording.");
    return path.join(this.folder, ...key.split("/"));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

async function moveTo(source: string, target: string): Promise<void> {
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(source, target);
  await syncFolder(folder);
}

/** A new name, too, must survive a power cut. Not every system can do this to a folder. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}

async function* readInOrder(folder: string, size: number, from: number): AsyncGenerator<Buffer> {
  for (let offset = from; offset < size;) {
    const before = offset;
    for await (const chunk of createReadStream(path.join(folder, String(offset)))) {
      // A stream without an encoding gives buffers.
      const bytes = chunk as Buffer;
      offset += bytes.length;
      yield bytes;
    }
    if (offset === before || offset > size) throw new Error("The parts do not add up to the whole.");
  }
}
