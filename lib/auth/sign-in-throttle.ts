const WINDOW_MS = 15 * 60_000;
/** Enough for a forgotten password, too few for guessing one. */
const MAX_FAILURES_PER_EMAIL = 8;
/** An office shares one address. */
const MAX_FAILURES_PER_ADDRESS = 40;
/** All callers whose address is not known (no TRUSTED_PROXIES) share one count: a bound on guessing with ever new emails. */
const MAX_FAILURES_WITHOUT_ADDRESS = 400;
const NO_ADDRESS = "no address";
/** Bounds the memory under an attack with ever new names: the oldest are forgotten first. */
const MAX_TRACKED = 10_000;

interface Failures {
  count: number;
  readonly since: number;
}

/** Counts failed sign-ins per email and per address, in this process; each count ends 15 minutes after it began. */
export class SignInThrottle {
  readonly #failures = new Map<string, Failures>();

  constructor(readonly now: () => number = Date.now) {}

  isBlocked(email: string, address: string | null): boolean {
    return (
      this.#count(`email ${email}`) >= MAX_FAILURES_PER_EMAIL ||
      (address === null
        ? this.#count(NO_ADDRESS) >= MAX_FAILURES_WITHOUT_ADDRESS
        : this.#count(`address ${address}`) >= MAX_FAILURES_PER_ADDRESS)
    );
  }

  noteFailure(email: string, address: string | null): void {
    this.#add(`email ${email}`);
    this.#add(address === null ? NO_ADDRESS : `address ${address}`);
  }

  noteSuccess(email: string): void {
    this.#failures.delete(`email ${email}`);
  }

  #count(name: string): number {
    const entry = this.#failures.get(name);
    return entry && this.now() - entry.since < WINDOW_MS ? entry.count : 0;
  }

  #add(name: string): void {
    const entry = this.#failures.get(name);
    if (entry && this.now() - entry.since < WINDOW_MS) {
      entry.count += 1;
      return;
    }
    this.#failures.delete(name);
    this.#failures.set(name, { count: 1, since: this.now() });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > MAX_TRACKED && !oldest.done) this.#failures.delete(oldest.value);
  }
}
