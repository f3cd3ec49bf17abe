// One seat's live room: what views hold on to, and every command as a method.
//
// To add a command: a method here, one line.

import type {
  Act,
  Belonging,
  Kind,
  Language,
  MessageNumber,
  Nonce,
  PauseReason,
  Position,
  ProposalId,
  Reason,
} from "../wire";
import { browser } from "./browser";
import { Engine, type Sent } from "./engine";
import { normal } from "./text";

export type { ConnectionState, EndReason } from "./connection";
export type { RefusedCommand, Sent } from "./engine";

/** What is said, and what its author says before it. */
export interface Words {
  readonly kind: Kind;
  readonly language: Language;
  readonly text: string;
  readonly contentNote?: string | null;
}

export class RoomSession extends Engine {
  /** With the browser's own clock, storage, network and address bar. `start()` comes next. */
  static open(handle: string): RoomSession {
    return new RoomSession(handle, browser(handle));
  }

  // ---- my own words ----

  say({ kind, language, text, contentNote }: Words): Sent {
    const content_note = line(contentNote);
    const words = { kind, language, text: normal(text), content_note };
    return this.send({ do: "say", ...words, insist: false });
  }

  /** Sends a message that failed again as it is. */
  retry(mine: Nonce): Sent | null {
    return this.sayAgain(mine, {});
  }

  /** Sends it on although the rules asked to reconsider. */
  insist(mine: Nonce): Sent | null {
    return this.sayAgain(mine, { insist: true });
  }

  edit(mine: Nonce, text: string, contentNote: string | null = null): Sent {
    return this.send({ do: "edit", mine, text: normal(text), content_note: line(contentNote) });
  }

  /** `null` when the server never knew it: then it is simply gone. */
  withdraw(mine: Nonce): Sent | null {
    if (this.mayBeKnown(mine)) return this.send({ do: "withdraw", mine });
    this.discard(mine);
    return null;
  }

  undoWithdraw(mine: Nonce): Sent {
    return this.send({ do: "undo_withdraw", mine });
  }

  // ---- towards others ----

  introduce(
    name: string,
    belonging: Belonging,
    writes: Language,
    reads: readonly Language[],
  ): Sent {
    const called = normal(name);
    return this.send({ do: "introduce", name: called, belonging, writes, reads: [...reads] });
  }

  hear(number: MessageNumber): Sent {
    return this.send({ do: "hear", number });
  }

  unhear(number: MessageNumber): Sent {
    return this.send({ do: "unhear", number });
  }

  /** Gives the seat up. */
  leave(): Sent {
    return this.send({ do: "leave" });
  }

  // ---- the desk ----

  approve(desk: Position): Sent {
    return this.send({ do: "approve", desk });
  }

  returnIt(desk: Position, reason: Reason, note?: string | null): Sent {
    return this.send({ do: "return", desk, reason, note: line(note) });
  }

  remove(desk: Position, reason: Reason, note?: string | null): Sent {
    return this.send({ do: "remove", desk, reason, note: line(note) });
  }

  undoDecision(desk: Position): Sent {
    return this.send({ do: "undo_decision", desk });
  }

  hide(number: MessageNumber, reason: Reason, note?: string | null): Sent {
    return this.send({ do: "hide", number, reason, note: line(note) });
  }

  show(number: MessageNumber): Sent {
    return this.send({ do: "show", number });
  }

  // ---- the room ----

  pause(reason: PauseReason): Sent {
    return this.send({ do: "pause", reason });
  }

  resume(): Sent {
    return this.send({ do: "resume" });
  }

  nextPhase(): Sent {
    return this.send({ do: "next_phase", from: this.phase });
  }

  previousPhase(): Sent {
    return this.send({ do: "previous_phase", from: this.phase });
  }

  movePhaseEnd(minutes: number): Sent {
    return this.send({ do: "move_phase_end", from: this.phase, minutes });
  }

  close(): Sent {
    return this.send({ do: "close" });
  }

  // ---- keys ----

  propose(act: Act): Sent {
    return this.send({ do: "propose", act });
  }

  second(proposal: ProposalId): Sent {
    return this.send({ do: "second", proposal });
  }

  decline(proposal: ProposalId): Sent {
    return this.send({ do: "decline", proposal });
  }
}

/** A line beside a text: normalised, and nothing rather than empty. */
function line(text: string | null | undefined): string | null {
  return text ? normal(text) : null;
}
