// npm run bench [-- --only PREFIX] [--json]: what an answer costs on this machine (lib/cli/run-bench.ts). A whole run
// writes docs/performance.md.
import { ROOT, runCommand } from "./run-command.mjs";

await runCommand("bench", ["--root", ROOT, ...process.argv.slice(2)]);
