import { CREDIT } from "@/lib/credits/constants";

/** Hundredths as the API writes credits: "0.75", "-2.00". */
export function formatCredits(hundredths: number): string {
  return (hundredths / CREDIT).toFixed(2);
}
