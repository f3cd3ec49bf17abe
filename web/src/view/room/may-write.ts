// Why one cannot write just now, in words; the composer says it and keeps the draft.

import type { RoomState } from "../../engine/state";
import { writesHere } from "../people";

/** The id of the words, or `null` when one may write. */
export function whyNotNow(state: RoomState): string | null {
  const { me, stage, settings, phase } = state;
  if (stage === "waiting") return "not-now-waiting";
  if (stage === "paused") return "not-now-paused";
  if (stage === "closed") return "not-now-closed";
  const writers = settings?.agenda[phase?.index ?? -1]?.writers;
  return writers === "facilitators" && me?.role !== "facilitator" ? "not-now-facilitators" : null;
}

/** Why there is no place to write at all, or `null` when there is one. */
export function whyReadOnly(state: RoomState): string | null {
  const role = state.me?.role;
  return role === undefined || writesHere(role) ? null : `read-only-${role}`;
}
