import { createHash } from "node:crypto";
import { copyFile, link, open, rm, type FileHandle } from "node:fs/promises";
import type { GrowingObject, IncomingObject } from "@/lib/storage/object-store";

/** A temporary file that is written piece by piece, and hashed on the way. */
export class GrowingFile implements GrowingObject {
  readonly #hash = createHash("sha256");
  #bytes = 0;

  private constructor(
    readonly path: string,
    readonly handle: FileHandle,
  ) {}

  static async create(target: string): Promise<GrowingFile> {
    return new GrowingFile(target, await open(target, "wx", 0o600));
  }

  get bytes(): number {
    return this.#bytes;
  }

  async append(chunk: Buffer): Promise<void> {
    await this.handle.appendFile(chunk);
    this.#hash.update(chunk);
    this.#bytes += chunk.length;
  }

  async finish(): Promise<IncomingObject> {
    // What the database refers to must survive a power cut.
    await this.handle.sync();
    const path = `${this.path}.whole`;
    // A second name for the same bytes; a copy where the file system has no such thing.
    await link(this.path, path).catch(() => copyFile(this.path, path));
    return { path, sha256: this.#hash.digest("hex"), bytes: this.#bytes };
  }

  async discard(): Promise<void> {
    await this.handle.close();
    await rm(this.path, { force: true });
  }
}
