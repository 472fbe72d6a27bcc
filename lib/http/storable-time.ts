const FIRST_YEAR = 1970;
const LAST_YEAR = 9_998;

/**
 * Whether a time is one that a row may have. The years 0000 and 10000 are well-formed in a request (the second through
 * its offset), but PostgreSQL and the drivers do not read them.
 */
export function isStorableTime(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
