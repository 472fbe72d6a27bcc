import type { NextConfig } from "next";

/** Packages with native or WebAssembly parts stay outside the bundle. */
const NATIVE_PACKAGES = [
  "@node-rs/argon2",
  "@prisma/client",
  "@prisma/adapter-pg",
  "pg",
  "pg-boss",
  "pino",
  "busboy",
  "esbuild",
  "node-av",
  "soundswallower",
];

const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(self)" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: NATIVE_PACKAGES,
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
};

export default config;
