import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { freePort } from "./free-port.mjs";
import { postgresAccount, spawnAs } from "./postgres-account.mjs";
import { serverFolder, serverPrograms } from "./postgres-places.mjs";
import { isAlive, waitForLock } from "./start-lock.mjs";

const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 150;
/** Bootstrap superuser: creates the role below, then is not used again. */
const SUPERUSER = "postgres";
/** Owns the database and is what the application connects as: no superuser, so row-level security binds it. */
const OWNER = "earshot";

/**
 * Starts a real PostgreSQL from npm's binaries with its files under `folder`, or adopts the one that already runs
 * there (left over from a killed run); a crashed one recovers by itself on start. Two starts at once are serialised.
 * @param {{ folder: string, root: string, durable?: boolean }} options `durable: false` trades crash safety for speed (tests)
 * @returns {Promise<{ url: string, pid: number, adopted: boolean, logFile: string, stop: () => Promise<void> }>}
 */
export async function startEmbeddedPostgres({ folder, root, durable = true }) {
  const account = postgresAccount();
  const home = serverFolder(path.resolve(folder), account);
  const lock = await waitForLock(path.join(home, "start.lock"), READY_TIMEOUT_MS);
  try {
    const programs = await serverPrograms(account, root);
    const server = {
      home,
      data: path.join(home, "data"),
      logFile: path.join(home, "postgresql.log"),
      account,
      programs,
      durable,
    };
    const password = ensurePassword(server);
    ensureCluster(server);
    const running = await ensureRunning(server, password);
    await ensureDatabase(running.port, password);
    const url = connectionUrl(OWNER, password, running.port, "earshot");
    const pid = readPostmaster(server.data)?.pid ?? 0;
    return { url, pid, adopted: running.adopted, logFile: server.logFile, stop: () => stopServer(pid) };
  } finally {
    lock.release();
  }
}

/** The server that runs for `folder` now, or null; starts nothing. */
export function runningServer(folder) {
  const home = serverFolder(path.resolve(folder), postgresAccount());
  const postmaster = readPostmaster(path.join(home, "data"));
  if (postmaster === null || !isAlive(postmaster.pid)) return null;
  const password = fs.readFileSync(path.join(home, "password"), "utf8").trim();
  return { url: connectionUrl(OWNER, password, postmaster.port, "earshot") };
}

function ensurePassword({ home, account }) {
  const file = path.join(home, "password");
  if (!fs.existsSync(file)) {
    fs.writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (account !== null) fs.chownSync(file, account.uid, account.gid);
  }
  return fs.readFileSync(file, "utf8").trim();
}

/** Half a cluster (initdb was interrupted) has no marker file and is made again. */
function ensureCluster({ home, data, programs, account }) {
  const marker = path.join(home, "cluster-complete");
  if (fs.existsSync(marker)) return;
  fs.rmSync(data, { recursive: true, force: true });
  const options = [
    "-D",
    data,
    "-U",
    SUPERUSER,
    "-A",
    "scram-sha-256",
    `--pwfile=${path.join(home, "password")}`,
    "-E",
    "UTF8",
  ];
  const result = spawnSync(programs.initdb, [...options, "--locale=C", "--no-instructions"], {
    ...spawnAs(account),
    env: serverEnvironment(),
    cwd: home,
    encoding: "utf8",
  });
  if (result.status !== 0) {
    fs.rmSync(data, { recursive: true, force: true });
    throw new Error(`The database could not be created:\n${result.stderr || String(result.error)}`);
  }
  fs.writeFileSync(marker, "");
}

async function ensureRunning(server, password) {
  const before = readPostmaster(server.data);
  if (before !== null && isAlive(before.pid) && (await answers(before.port, password, server.data))) {
    return { port: before.port, adopted: true };
  }
  const port = await freePort(before?.port ?? 54_320);
  const until = Date.now() + READY_TIMEOUT_MS;
  let child = null;
  while (Date.now() < until) {
    // A crashed predecessor's children may hold its shared memory for a moment: the start fails and is tried again.
    if (child === null || child.exitCode !== null) child = spawnServer(server, port);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    if (await answers(port, password, server.data)) return { port, adopted: false };
  }
  child?.kill("SIGKILL");
  throw new Error(
    `The database did not start within ${READY_TIMEOUT_MS / 1000} s. End of its log:\n${tail(server.logFile)}`,
  );
}

function spawnServer({ home, data, logFile, programs, account, durable }, port) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: "128MB",
  };
  if (!durable) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = fs.openSync(logFile, "a");
  const child = spawn(programs.postgres, ["-D", data, "-p", String(port), ...flags], {
    ...spawnAs(account),
    env: serverEnvironment(),
    cwd: home,
    detached: true, // an own process group: Ctrl-C in the terminal reaches us first, and we stop it in order
    stdio: ["ignore", log, log],
  });
  child.on("error", () => undefined); // shows as "did not start", with the log
  child.unref();
  fs.closeSync(log);
  return child;
}

/** True when the server on `port` accepts our password and serves our data folder. */
async function answers(port, password, data) {
  const client = await connect(SUPERUSER, password, port, "postgres").catch(() => null);
  if (client === null) return false;
  try {
    const { rows } = await client.query("show data_directory");
    return fs.realpathSync(rows[0].data_directory) === fs.realpathSync(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(port, password) {
  const client = await connect(SUPERUSER, password, port, "postgres");
  try {
    const role = await client.query("select 1 from pg_roles where rolname = $1", [OWNER]);
    if (role.rowCount === 0) {
      // The password is base64url, which holds no quote; CREATE ROLE takes no parameters.
      await client.query(`create role ${OWNER} login createdb createrole password '${password}'`);
    }
    const found = await client.query("select 1 from pg_database where datname = 'earshot'");
    if (found.rowCount === 0) await client.query(`create database earshot owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

async function connect(user, password, port, database) {
  const { default: pg } = await import("pg"); // only here: this file is loaded before the packages are installed
  const client = new pg.Client({
    connectionString: connectionUrl(user, password, port, database),
    connectionTimeoutMillis: 2_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function connectionUrl(user, password, port, database) {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** First line of postmaster.pid: process id; fourth: port. */
function readPostmaster(data) {
  try {
    const lines = fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return null;
  }
}

/** Fast shutdown: open transactions are rolled back, the files are left clean. */
async function stopServer(pid) {
  if (pid <= 0 || !isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const until = Date.now() + 15_000;
  while (isAlive(pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}

function serverEnvironment() {
  return { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
}

function tail(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split("\n").slice(-15).join("\n") : "(no log)";
}
