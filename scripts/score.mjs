// npm run score -- FILE --role ROLE [...]: scores one recording without a database (lib/cli/run-score.ts).
import { runCommand } from "./run-command.mjs";

await runCommand("score", process.argv.slice(2));
