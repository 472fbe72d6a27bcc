import path from "node:path";
import { defineConfig } from "@playwright/test";

const PORT = Number(process.env["PORT"] ?? 34_100);
const DATA_DIR = process.env["DATA_DIR"] ?? path.join(import.meta.dirname, ".data/browser-tests");
// The specs read the demo login from here.
process.env["DATA_DIR"] = DATA_DIR;

/** What Debian's Chromium needs in a container, and what keeps it from calling home. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  workers: 1,
  // Opening a bundled answer alone may take 90 s where the worker has just begun to score them.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${PORT}`,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium", args: CHROMIUM_FLAGS },
  },
  webServer: {
    // The application as people start it: built, with its own database and worker, on an own port and data folder.
    command: "node scripts/up.mjs",
    url: `http://localhost:${PORT}/healthz`,
    // Bodies that stall are given up soon, so that nobody waits long to see it.
    env: { PORT: String(PORT), DATA_DIR, DATABASE_URL: "", BODY_IDLE_SECONDS: "5" },
    reuseExistingServer: false,
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "pipe",
  },
});
