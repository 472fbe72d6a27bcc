/** What needs no running thing: used by `npm run check` and as the first half of `npm test`. */
export function checkStages() {
  const bin = (file, ...args) => [process.execPath, `node_modules/${file}`, ...args];
  return [
    { name: "format", command: bin("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".") },
    { name: "lint", command: bin("eslint/bin/eslint.js", "--max-warnings", "0", ".") },
    { name: "route types", command: bin("next/dist/bin/next", "typegen") },
    { name: "types", command: bin("typescript/bin/tsc", "--noEmit") },
    { name: "imports", command: [process.execPath, "scripts/check-imports.mjs"] },
    { name: "structure", command: [process.execPath, "scripts/check-structure.mjs"] },
    { name: "kernels", command: [process.execPath, "scripts/build-kernels.mjs", "--check"] },
    { name: "docs", command: [process.execPath, "scripts/check-docs.mjs"] },
    { name: "pages", command: [process.execPath, "scripts/docs.mjs", "--check"] },
  ];
}
