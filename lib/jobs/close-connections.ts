import { closeDatabase } from "@/lib/db/client";
import { closeSender } from "@/lib/jobs/enqueue";

/** Closes what a command that is done has opened: its process ends when nothing is open any more. */
export async function closeConnections(): Promise<void> {
  await closeSender();
  await closeDatabase();
}
