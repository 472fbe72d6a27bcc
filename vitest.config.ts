import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };

export default defineConfig({
  test: {
    // A time zone with an odd offset: code that forgets zones fails here rather than at a customer's.
    env: { TZ: "Asia/Kathmandu" },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{scoring,lib,components,scripts}/**/*.test.{ts,tsx,mjs}"],
          exclude: ["**/*.int.test.ts", "**/node_modules/**"],
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: ["{lib,app,prisma}/**/*.int.test.ts"],
          globalSetup: ["lib/db/testing/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
