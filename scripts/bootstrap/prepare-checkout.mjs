import { generateDatabaseClient } from "./build-application.mjs";
import { installPackages } from "./install-packages.mjs";
import { readSettings } from "./settings.mjs";

/** Packages and the generated database client: what every check and build needs. Ends the process when that fails. */
export async function prepareCheckout(root) {
  try {
    const settings = readSettings(root);
    await installPackages(settings);
    await generateDatabaseClient(settings);
    return settings;
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
}
