// A clock that stands still until a test moves it, and chance that repeats itself.

interface Task {
  readonly at: number;
  readonly order: number;
  readonly call: () => void;
}

export class FakeClock {
  #now = 1_800_000_000_000;
  #order = 0;
  #tasks: Task[] = [];

  now = (): number => this.#now;

  after = (ms: number, call: () => void): (() => void) => {
    const task = { at: this.#now + ms, order: this.#order, call };
    this.#order += 1;
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  /** Moves on, doing what becomes due, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let task = this.#next(end); task; task = this.#next(end)) {
      this.#tasks = this.#tasks.filter((other) => other !== task);
      this.#now = task.at;
      task.call();
      await settle();
    }
    this.#now = end;
  }

  /** When the next thing is planned, from now; `null` when nothing is. */
  nextIn(): number | null {
    const next = this.#next(Number.POSITIVE_INFINITY);
    return next ? next.at - this.#now : null;
  }

  #next(end: number): Task | undefined {
    return this.#tasks
      .filter((task) => task.at <= end)
      .sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Lets promises that are ready go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** Numbers from 0 up to 1 that look random and depend on the seed alone (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
