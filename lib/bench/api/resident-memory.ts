import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const PAGE_BYTES = 4_096;
const MEBIBYTE = 1024 * 1024;

/** Resident memory of a process and all that it started, MiB. Linux only. */
export async function residentMemory(pid: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => null);
    // The name in parentheses may hold spaces; the parent is the second field after it.
    if (stat !== null) parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const family = [...parents.keys()].filter((candidate) => descendsFrom(candidate, pid, parents));
  const pages = await Promise.all(family.map(async (member) => residentPages(member)));
  return (pages.reduce((sum, count) => sum + count, 0) * PAGE_BYTES) / MEBIBYTE;
}

function descendsFrom(candidate: number, pid: number, parents: ReadonlyMap<number, number>): boolean {
  for (let at: number | undefined = candidate; at !== undefined && at > 0; at = parents.get(at)) {
    if (at === pid) return true;
  }
  return false;
}

async function residentPages(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "0 0");
  return Number(text.split(" ")[1] ?? 0);
}

/** Looks at a process's memory again and again until the work is done. @returns MiB with the seconds since the start */
export async function watchMemory(
  pid: number,
  everyMs: number,
  work: () => Promise<unknown>,
): Promise<readonly { readonly second: number; readonly mebibytes: number }[]> {
  const samples: { second: number; mebibytes: number }[] = [];
  const startedAt = Date.now();
  let done = false;
  const watching = (async () => {
    while (!done) {
      samples.push({ second: (Date.now() - startedAt) / 1_000, mebibytes: await residentMemory(pid) });
      await sleep(everyMs);
    }
  })();
  try {
    await work();
  } finally {
    done = true;
    await watching;
  }
  return samples;
}
