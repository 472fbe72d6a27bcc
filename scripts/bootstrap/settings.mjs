import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** What the environment says cannot be used; the message is one line that says what to change. */
export class SettingsError extends Error {}

/** readSettings for a command: a setting that cannot be used ends the process with one line and exit code 2. */
export function readSettingsOrExit(rootFolder) {
  try {
    return readSettings(rootFolder);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    return process.exit(2);
  }
}

/**
 * Where things are and what the environment (or `.env`, which never overrides it) says.
 * @param {string} rootFolder of the checkout
 * @throws SettingsError
 */
export function readSettings(rootFolder) {
  const root = path.resolve(rootFolder);
  const dotEnv = path.join(root, ".env");
  if (fs.existsSync(dotEnv)) process.loadEnvFile(dotEnv);
  const dataDir = path.resolve(root, process.env.DATA_DIR || ".data");
  const port = readPort(process.env.PORT || "3000");
  makeDataFolder(dataDir);
  return { root, dataDir, logs: path.join(dataDir, "logs"), port, databaseUrl: process.env.DATABASE_URL || null };
}

function readPort(text) {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) {
    throw new SettingsError(`PORT is ${JSON.stringify(text.slice(0, 40))}; it must be a number from 1 to 65535.`);
  }
  return port;
}

function makeDataFolder(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new SettingsError(`The data folder ${dataDir} cannot be made (${error.code}). Set DATA_DIR to another one.`);
  }
}

/** The secret that signs sessions: the environment's, or one made on first use and kept in the data folder. */
export function sessionSecret(dataDir) {
  return process.env.NEXTAUTH_SECRET || keptSecret(dataDir, "session-secret");
}

/** The key that seals stored secrets: the environment's, or one made on first use and kept in the data folder. */
export function secretsKey(dataDir) {
  return process.env.SECRETS_KEY || keptSecret(dataDir, "secrets-key");
}

function keptSecret(dataDir, name) {
  const file = path.join(dataDir, name);
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return fs.readFileSync(file, "utf8").trim();
}
