import { databaseUrl, environment } from "@/lib/config/environment";
import { closeDatabase } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { seed } from "./seed";

// Run by scripts/prepare-database.mjs: brings the database up to date and fills in what the demo needs.
const applied = await migrate(databaseUrl());
process.stdout.write(applied.length > 0 ? `applied ${applied.join(", ")}\n` : "the schema is up to date\n");
const { organizationId } = await seed(environment().dataDir);
process.stdout.write(`demo organization ${organizationId}\n`);
await closeDatabase();
