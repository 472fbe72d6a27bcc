import { generateDatabaseClient } from "./build-application.mjs";
import { installPackages } from "./install-packages.mjs";
import { readSettingsOrExit } from "./settings.mjs";

/** Packages and the generated database client: what every check and build needs. Ends the process when that fails. */
export async function prepareCheckout(root) {
  const settings = readSettingsOrExit(root);
  try {
    await installPackages(settings);
    await generateDatabaseClient(settings);
    return settings;
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
}
