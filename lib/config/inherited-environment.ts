/**
 * The variables of this process with some of them changed: for a program that is started on the user's behalf and needs
 * their settings (search path, proxy, locale). Children that open strangers' files get none of them.
 */
export function inheritedEnvironment(changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes };
}
