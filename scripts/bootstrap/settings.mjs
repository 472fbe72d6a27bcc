import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/**
 * Where things are and what the environment (or `.env`, which never overrides it) says.
 * @param {string} rootFolder of the checkout
 */
export function readSettings(rootFolder) {
  const root = path.resolve(rootFolder);
  const dotEnv = path.join(root, ".env");
  if (fs.existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const dataDir = path.resolve(root, process.env.DATA_DIR || ".data");
  fs.mkdirSync(dataDir, { recursive: true });
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 1 to 65535.`);
  }
  return { root, dataDir, logs: path.join(dataDir, "logs"), port, databaseUrl: process.env.DATABASE_URL || null };
}

/** The secret that signs sessions: the environment's, or one made on first use and kept in the data folder. */
export function sessionSecret(dataDir) {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = path.join(dataDir, "session-secret");
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}
