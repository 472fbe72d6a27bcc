import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { FittedModel } from "@/lib/fitting/model-fit";
import { nextVersion } from "@/lib/fitting/model-version";

export interface PublishOptions {
  readonly name: string;
  /** "1.2.0"; null: the next one. */
  readonly version: string | null;
  /** Day of the fit, "2026-05-31". */
  readonly date: string;
  readonly command: string;
  /** Folder of the models; cards lie in its folder `cards`. */
  readonly modelsDir: string;
}

/** A version that somebody asked for. */
export type VersionOptions = Pick<PublishOptions, "name" | "modelsDir"> & { readonly version: string };

export interface PublishedFiles {
  readonly id: string;
  readonly model: string;
  readonly card: string;
}

/** The version has a file already: published models are never changed. */
export class VersionTakenError extends Error {
  constructor(id: string) {
    super(`${id} is published already and never changes: leave --version out, or name another.`);
    this.name = "VersionTakenError";
  }
}

/**
 * Writes model and card under a version that neither has yet.
 *
 * @throws VersionTakenError where one of the files exists; nothing is written then
 */
export async function publishModel(fitted: FittedModel, options: PublishOptions): Promise<PublishedFiles> {
  const { name, date, command, modelsDir } = options;
  const cardsDir = path.join(modelsDir, "cards");
  await mkdir(cardsDir, { recursive: true });
  const files = [...(await readdir(modelsDir)), ...(await readdir(cardsDir))];
  const version = options.version ?? nextVersion(name, files);
  const publication = { id: `${name}@${version}`, card: `${name}-${version}.md`, date, command };
  const model = path.join(modelsDir, `${name}-${version}.json`);
  const card = path.join(cardsDir, publication.card);
  await writeNew(card, fitted.card(publication), publication.id);
  try {
    await writeNew(model, modelText(fitted.model(publication)), publication.id);
  } catch (error) {
    await rm(card);
    throw error;
  }
  return { id: publication.id, model, card };
}

/**
 * Says so before a long fit, not after it.
 *
 * @throws VersionTakenError where model or card of the version exist
 */
export async function requireFreeVersion({ name, version, modelsDir }: VersionOptions): Promise<void> {
  const files = (await Promise.all([modelsDir, path.join(modelsDir, "cards")].map(namesIn))).flat();
  if (files.includes(`${name}-${version}.json`) || files.includes(`${name}-${version}.md`)) {
    throw new VersionTakenError(`${name}@${version}`);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  // A folder that does not exist yet holds nothing.
  return readdir(folder).catch(() => []);
}

/** Indented JSON with each knot [x, y] on one line, as prettier would have it. */
function modelText(model: unknown): string {
  const pair = /\[\s+(-?[\d.e-]+),\s+(-?[\d.e-]+)\s+\]/g;
  return `${JSON.stringify(model, null, 2).replace(pair, "[$1, $2]")}\n`;
}

/** `wx`: the file system itself refuses to overwrite, also when two commands run at once. */
async function writeNew(file: string, content: string, id: string): Promise<void> {
  try {
    await writeFile(file, content, { flag: "wx" });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw new VersionTakenError(id);
    throw error;
  }
}
