// A small server for tests: one room, its log, its lanes, and connections that can be cut before
// or after a command is durable.

import type { Hello, Outgoing, Reader, Transport } from "../src/engine/transport";
import type { Event, Refusal, SeatNo, ServerFrame, WireCommand, WireLane } from "../src/wire";
import type { FakeClock } from "./clock";

interface Row {
  readonly lane: WireLane;
  readonly seat: SeatNo | null;
  readonly frame: Extract<ServerFrame, { type: "event" }>;
}

const DELAY_MS = 5;

export class Room {
  readonly texts: string[] = [];
  readonly #rows: Row[] = [];
  readonly #answered = new Map<string, ServerFrame>();
  readonly #connections = new Set<Line>();
  /** What to refuse next, and once only. */
  refuseNext: Refusal | null = null;
  /** The next frame gets lost although the connection stands. */
  swallowNext = false;
  /** What cuts swallowed: commands on their way here, frames on their way back. */
  lostCommands = 0;
  lostFrames = 0;
  /** Every command that was taken, in order. */
  readonly commands: WireCommand[] = [];

  constructor(readonly clock: FakeClock) {}

  /** Opens a connection for a seat. */
  connect(seat: SeatNo, hello: Hello, reader: Reader): Line {
    const line = new Line(this, seat, reader);
    this.#connections.add(line);
    this.clock.after(DELAY_MS, () => this.#greet(line, hello));
    return line;
  }

  /** Everybody's connection is lost; what is under way is lost with it. */
  cut(): void {
    for (const line of this.#connections) line.lose();
    this.#connections.clear();
  }

  /** Something happens. */
  append(lane: WireLane, seat: SeatNo | null, event: Event): void {
    const pos = this.#rows.filter((row) => row.lane === lane && row.seat === seat).length + 1;
    const frame = { type: "event", lane, pos, at: this.clock.now(), event } as const;
    const row = { lane, seat, frame };
    this.#rows.push(row);
    const swallowed = this.swallowNext;
    this.swallowNext = false;
    for (const line of this.#connections) {
      if (!swallowed && line.isGreeted && sees(line.seat, row)) line.deliver(frame);
    }
  }

  /** Begins anew with an empty log. */
  forget(): void {
    this.#rows.length = 0;
  }

  /** A command arrives: durable at once, answered under its nonce however often it comes. */
  take(line: Line, { nonce, command }: Outgoing): void {
    const before = this.#answered.get(nonce);
    const refusal = this.refuseNext;
    this.refuseNext = null;
    if (before) line.deliver(before);
    else if (refusal) line.deliver({ type: "refused", nonce, refusal });
    else this.#do(line, { nonce, command });
  }

  #do(line: Line, { nonce, command }: Outgoing): void {
    const done = { type: "done", nonce } as const;
    this.#answered.set(nonce, done);
    this.commands.push(command);
    line.deliver(done);
    if (command.do === "say") this.#publish(line.seat, nonce, command);
  }

  #publish(seat: SeatNo, mine: string, say: Extract<Outgoing["command"], { do: "say" }>): void {
    const number = this.texts.push(say.text);
    const { kind, language, text, content_note } = say;
    const words = { kind, language, text, content_note };
    this.append("all", null, { event: "message", number, seat, ...words });
    this.append("seat", seat, { event: "mine_published", mine, number, ...words });
  }

  #greet(line: Line, { resume }: Hello): void {
    if (line.isLost) return;
    line.isGreeted = true;
    const seen = this.#rows.filter((row) => sees(line.seat, row));
    const head = (lane: WireLane) => seen.filter((row) => row.lane === lane).length;
    const heads = {
      all: head("all"),
      facilitators: head("facilitators"),
      interpreters: head("interpreters"),
      seat: head("seat"),
    };
    const { seat } = line;
    const now = this.clock.now();
    line.deliver({ type: "welcome", protocol: 1, now, seat, role: "participant", heads });
    for (const { lane, frame } of seen) if (frame.pos > resume[lane]) line.deliver(frame);
    line.deliver({ type: "caught_up" });
  }
}

function sees(seat: SeatNo, row: Row): boolean {
  return row.lane === "all" || row.seat === seat;
}

/** One connection. Frames and commands take a little while, and are lost when it is cut. */
export class Line implements Transport {
  isLost = false;
  isGreeted = false;

  constructor(
    private readonly room: Room,
    readonly seat: SeatNo,
    private readonly reader: Reader,
  ) {}

  send(commands: readonly Outgoing[]): void {
    for (const command of commands) {
      this.room.clock.after(DELAY_MS, () => {
        if (this.isLost) this.room.lostCommands += 1;
        else this.room.take(this, command);
      });
    }
  }

  deliver(frame: ServerFrame): void {
    this.room.clock.after(DELAY_MS, () => {
      if (this.isLost) {
        this.room.lostFrames += 1;
        return;
      }
      this.reader.alive();
      this.reader.frame(frame);
    });
  }

  close(): void {
    this.isLost = true;
  }

  lose(): void {
    if (this.isLost) return;
    this.isLost = true;
    this.reader.closed(null);
  }
}
