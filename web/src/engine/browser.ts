// The real world: clock, chance, network and page, as the session needs them.

import { Api } from "./api";
import type { World } from "./connection";
import { type Store, tabStorage } from "./keep";
import { socketAt, socketUrl } from "./socket";
import { streamOf } from "./stream";

/** All that a session needs of the world around it. */
export interface Surroundings {
  readonly world: World;
  readonly api: Api;
  readonly store: Store | null;
  newNonce(): string;
  /** Tells of the network and of the page's being looked at; returns the way to stop. */
  watch(calls: Watcher): () => void;
  /** Replaces this page with an empty one. */
  disappear(): void;
}

/** Who wants to know. */
export interface Watcher {
  wake(): void;
  lost(): void;
  /** Looked at again after a long time. */
  renewed(): void;
}

/** A page that was out of sight for longer than this may hold a dead connection. */
const LONG_AWAY_MS = 60_000;

/** The browser's own. */
export function browser(handle: string): Surroundings {
  const fetch = (path: string, init: RequestInit) => globalThis.fetch(path, init);
  const api = new Api(fetch);
  const world: World = {
    ticket: () => api.ticket(handle),
    ways: { socket: socketAt(socketUrl(location)), stream: streamOf(handle, fetch) },
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
  };
  return {
    world,
    api,
    store: tabStorage(),
    newNonce,
    watch,
    disappear: () => location.replace("about:blank"),
  };
}

/** 128 random bits, as the server wants a nonce. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function watch(calls: Watcher): () => void {
  let hiddenAt: number | null = null;
  const seen = () => {
    if (document.hidden) hiddenAt = Date.now();
    else if (hiddenAt !== null && Date.now() - hiddenAt > LONG_AWAY_MS) calls.renewed();
    else calls.wake();
  };
  const end = new AbortController();
  const { signal } = end;
  addEventListener("online", () => calls.wake(), { signal });
  addEventListener("offline", () => calls.lost(), { signal });
  document.addEventListener("visibilitychange", seen, { signal });
  return () => end.abort();
}
