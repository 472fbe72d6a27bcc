// npm run fit -- --data DIR [--only NAME] [--version X.Y.Z] [--json]: fits models on public data (lib/cli/run-fit.ts) and
// writes each as a new version with its card.
import path from "node:path";
import { ROOT, runCommand } from "./run-command.mjs";

await runCommand("fit", ["--models", path.join(ROOT, "scoring", "models"), ...process.argv.slice(2)]);
