import os from "node:os";
import { logger } from "@/lib/log/logger";

/** Linux shares a busy processor about 10 : 1 between two processes that are so far apart. */
const STEPS_BELOW = 10;
const LOWEST = os.constants.priority.PRIORITY_LOW;

/**
 * Lets everything else on the machine go first while its processors are busy: a client waits for a request, and not for a
 * queue. Decoders that the worker starts inherit it. An idle machine, or one that has workers alone, sees no difference.
 */
export function yieldToRequests(): void {
  try {
    os.setPriority(Math.min(LOWEST, os.getPriority() + STEPS_BELOW));
  } catch (error) {
    logger().warn({ err: error }, "the worker keeps the priority that it was started with");
  }
}
