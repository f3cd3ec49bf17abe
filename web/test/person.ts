// A person in a test: a session over the small server, on a clock of its own.

import { Api } from "../src/engine/api";
import type { Surroundings, Watcher } from "../src/engine/browser";
import { RoomSession, type Sent } from "../src/engine/session";
import type { Open } from "../src/engine/transport";
import type { SeatNo } from "../src/wire";
import { type FakeClock, seeded } from "./clock";
import type { Room } from "./room";
import { MemoryStore } from "./store";

export class Person {
  readonly store = new MemoryStore();
  readonly calls: string[] = [];
  watcher: Watcher | null = null;
  session: RoomSession;
  #nonces = 0;

  constructor(
    readonly room: Room,
    readonly clock: FakeClock,
    readonly seat: SeatNo = 1,
  ) {
    this.session = this.#open();
  }

  /** The page is loaded again: what is not in the tab's storage is gone. */
  reload(): void {
    this.session.stop();
    this.session = this.#open();
    this.session.start();
  }

  say(text: string): Sent {
    return this.session.say({ kind: "plain", language: "en", text });
  }

  /** What stands in the conversation, word by word. */
  reads(): (string | null)[] {
    return this.session.state.items.map((item) => item.said.text);
  }

  /** The state of each message. */
  states(): string[] {
    return this.session.state.items.map((item) => item.state.is);
  }

  #open(): RoomSession {
    return new RoomSession("h", this.#around());
  }

  #around(): Surroundings {
    const open: Open = (hello, reader) => this.room.connect(this.seat, hello, reader);
    const api = new Api(async (path, init) => {
      this.calls.push(`${init.method} ${path}`);
      return new Response(JSON.stringify({ ticket: "t" }));
    });
    return {
      world: {
        ticket: () => api.ticket("h"),
        ways: { socket: open, stream: open },
        now: this.clock.now,
        after: this.clock.after,
        random: seeded(this.seat),
      },
      api,
      store: this.store,
      newNonce: () => {
        this.#nonces += 1;
        return `nonce-${this.seat}-${this.#nonces}`;
      },
      watch: (watcher) => {
        this.watcher = watcher;
        return () => {
          this.watcher = null;
        };
      },
      disappear: () => void this.calls.push("disappear"),
    };
  }
}
