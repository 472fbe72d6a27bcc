import type { AdminCommand } from "@/lib/cli/admin-command";
import { createKeyCommand, keysCommand, revokeKeyCommand } from "@/lib/cli/admin-keys";
import { jobsCommand, proveLedgerCommand } from "@/lib/cli/admin-operations";
import {
  createOrganizationCommand,
  organizationsCommand,
  setLimitsCommand,
  setPriceCommand,
  topUpCommand,
} from "@/lib/cli/admin-organizations";
import { UsageError, type CommandOutput, type ExitCode } from "@/lib/cli/command-outcome";
import { closeConnections } from "@/lib/jobs/close-connections";
import { EarshotError } from "@/lib/errors/error-codes";

const COMMANDS: Readonly<Record<string, AdminCommand>> = {
  "create-organization": createOrganizationCommand,
  organizations: organizationsCommand,
  "create-key": createKeyCommand,
  keys: keysCommand,
  "revoke-key": revokeKeyCommand,
  "top-up": topUpCommand,
  "set-price": setPriceCommand,
  "set-limits": setLimitsCommand,
  jobs: jobsCommand,
  "prove-ledger": proveLedgerCommand,
};

const ADMIN_USAGE = `Usage: npm run --silent admin -- COMMAND [arguments] [--json]

${Object.entries(COMMANDS)
  .map(([name, { takes, does }]) => `  ${name} ${takes}`.trimEnd() + `\n      ${does}`)
  .join("\n")}

  --json  print one JSON object
  --help  this text

It works on the database that DATABASE_URL names, or on the one that "npm run up" runs.`;

/**
 * `npm run admin`: what whoever runs the server does for its clients. Every change stands in the audit log.
 *
 * @returns 0 when it ran; 2 for bad arguments, an id of nobody, or what the state of things does not allow; 1 when it
 *   broke, or when prove-ledger found an account that is wrong
 */
export async function runAdmin(argv: readonly string[], output: CommandOutput): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (argv.includes("--help")) {
    output.out(`${ADMIN_USAGE}\n`);
    return 0;
  }
  try {
    if (name === undefined) throw new UsageError(`Name a command: ${Object.keys(COMMANDS).join(", ")}.`);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(", ")}.`);
    const { json, lines, broken } = await command.run(rest.filter((argument) => argument !== "--json"));
    output.out(argv.includes("--json") ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join("\n")}\n`);
    return broken ? 1 : 0;
  } catch (error) {
    return explain(error, name ?? "", output);
  } finally {
    await closeConnections();
  }
}

function explain(error: unknown, name: string, output: CommandOutput): ExitCode {
  if (error instanceof UsageError) {
    output.error(`${error.message} See npm run admin -- --help.`);
    return 2;
  }
  if (error instanceof EarshotError) {
    output.error(error.detail);
    return 2;
  }
  output.error(`admin ${name} broke: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}
