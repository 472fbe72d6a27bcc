/** Remembers that there is news until somebody has looked, so that none is missed between a look and the next wait. */
export class Wake {
  #news = false;
  #waiter: (() => void) | null = null;

  /** There is news. */
  readonly ring = (): void => {
    this.#news = true;
    this.#waiter?.();
  };

  /** Waits for news; at most so long. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.#news) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#waiter = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#news = false;
    this.#waiter = null;
  }
}
