/** The part of the native program's command line that Prisma's CLI uses. */
export function readArguments(args) {
  const valuesOf = (name) => args.flatMap((argument, at) => (argument === name ? [args[at + 1]] : []));
  const datasource = JSON.parse(valuesOf("--datasource")[0] ?? "{}");
  return {
    wantsVersion: args.includes("--version"),
    command: valuesOf("cli")[0] ?? null,
    datamodelFiles: valuesOf("--datamodels"),
    url: datasource.url ?? process.env.DATABASE_URL ?? "postgresql://127.0.0.1/earshot",
    shadowUrl: datasource.shadowDatabaseUrl ?? null,
  };
}
