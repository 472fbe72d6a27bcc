// npm run evaluate -- --data DIR [--only NAME] [--quick] [--json]: compares the scores with people's judgements on public
// data (lib/cli/run-evaluate.ts). A whole run writes docs/evaluation.md.
import path from "node:path";
import { ROOT, runCommand } from "./run-command.mjs";

await runCommand("evaluate", ["--docs", path.join(ROOT, "docs"), ...process.argv.slice(2)]);
