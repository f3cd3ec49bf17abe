// The two ways to the server behind one interface. `socket.ts` and `stream.ts` implement it.

import type { ClientFrame, CloseCode, Nonce, ServerFrame, WireCommand } from "../wire";

/** The protocol that this page speaks. */
export const PROTOCOL = 1;

/** The first frame. */
export type Hello = Extract<ClientFrame, { type: "hello" }>;

/** A command under its nonce. */
export interface Outgoing {
  readonly nonce: Nonce;
  readonly command: WireCommand;
}

/** An open way to the server. */
export interface Transport {
  /** Sends commands in order. What is lost on the way is sent again on the next connection. */
  send(commands: readonly Outgoing[]): void;
  /** Ends it without telling its reader. */
  close(): void;
}

/** Who reads from it. */
export interface Reader {
  frame(frame: ServerFrame): void;
  /** Something was read, if only a sign of life. */
  alive(): void;
  /** It is over; the code if the server gave one. */
  closed(why: CloseCode | null): void;
}

/** The two ways. */
export type Way = "socket" | "stream";

/** Opens one. */
export type Open = (hello: Hello, reader: Reader) => Transport;
