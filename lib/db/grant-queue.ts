import { database } from "@/lib/db/client";

/**
 * Lets tenant transactions enqueue: a job is inserted in the same transaction, and so under the same role, as the row it
 * serves. Inserting and naming the new job is all that is granted; payloads of other jobs stay unreadable.
 * Run after boss.start() and after every createQueue (a queue may have a table of its own); running it again is harmless.
 */
export async function grantQueue(schema = "pgboss"): Promise<void> {
  if (!/^[a-z_]{1,50}$/.test(schema)) throw new Error(`"${schema}" is not a queue schema.`);
  // DO takes no parameters; the name was checked above.
  await database().$executeRawUnsafe(`DO $$
    DECLARE
      job_table text;
    BEGIN
      -- Two processes that grant at the same time would trip over each other's catalogue rows.
      PERFORM pg_advisory_xact_lock(hashtext('earshot.grant-queue'));
      GRANT USAGE ON SCHEMA ${schema} TO earshot_app, earshot_system;
      GRANT SELECT ON ${schema}.queue TO earshot_app, earshot_system;
      FOR job_table IN
        SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'singleton_key'
        WHERE c.relnamespace = '${schema}'::regnamespace AND c.relkind IN ('r', 'p')
      LOOP
        EXECUTE format('GRANT INSERT, SELECT (id, start_after) ON ${schema}.%I TO earshot_app, earshot_system', job_table);
      END LOOP;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO earshot_app, earshot_system;
    END
  $$`);
}
