// A storage in memory, and one that refuses.

import type { Store } from "../src/engine/keep";

export class MemoryStore implements Store {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
  clear = () => this.kept.clear();
}

function refuse(): never {
  throw new DOMException("no", "SecurityError");
}

export const refusing: Store = {
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
  clear: refuse,
};
