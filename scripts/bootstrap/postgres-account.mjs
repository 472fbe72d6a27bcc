import { spawnSync } from "node:child_process";

/** System users that may run the embedded server when we are root, first match wins. */
const CANDIDATE_USERS = ["postgres", "nobody"];

/**
 * PostgreSQL refuses to run as root. Returns the user to run it as, or null when the current user will do.
 * @returns {{ name: string, uid: number, gid: number } | null}
 */
export function postgresAccount() {
  if (process.platform === "win32" || process.getuid() !== 0) return null;
  for (const name of CANDIDATE_USERS) {
    const uid = numberFrom(spawnSync("id", ["-u", name], { encoding: "utf8" }));
    const gid = numberFrom(spawnSync("id", ["-g", name], { encoding: "utf8" }));
    if (uid !== null && gid !== null) return { name, uid, gid };
  }
  throw new Error(
    `PostgreSQL does not run as root and none of the users ${CANDIDATE_USERS.join(", ")} exists. ` +
      "Run as another user, or set DATABASE_URL to a PostgreSQL that is already running.",
  );
}

function numberFrom(result) {
  return result.status === 0 ? Number(result.stdout.trim()) : null;
}

/** Options for spawn and spawnSync that make the child run as `account`. */
export function spawnAs(account) {
  return account === null ? {} : { uid: account.uid, gid: account.gid };
}
