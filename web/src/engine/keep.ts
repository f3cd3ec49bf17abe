// A drawer in this tab's session storage. Where storage is refused it lives in memory alone.

/** What is needed of `Storage`. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear">;

/** One JSON value under one key. */
export class Keep<T> {
  constructor(
    private readonly store: Store | null,
    private readonly key: string,
  ) {}

  /** What was kept, if it can still be read. */
  read(): T | null {
    try {
      const text = this.store?.getItem(this.key) ?? null;
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }

  /** Keeps it; a full or forbidden storage is no error, the page goes on without. */
  write(value: T): void {
    try {
      this.store?.setItem(this.key, JSON.stringify(value));
    } catch {
      this.wipe();
    }
  }

  /** Forgets it. */
  wipe(): void {
    try {
      this.store?.removeItem(this.key);
    } catch {
      // a storage that cannot be reached keeps nothing either
    }
  }
}

/** Forgets everything that this tab keeps. */
export function wipeAll(store: Store | null): void {
  try {
    store?.clear();
  } catch {
    // a storage that cannot be reached keeps nothing either
  }
}

/** The tab's storage, or `null` where the browser forbids it. */
export function tabStorage(): Store | null {
  try {
    return globalThis.sessionStorage;
  } catch {
    return null;
  }
}
