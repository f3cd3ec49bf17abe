// Soft time: minutes in words, seconds only when the end is near.

import type { RoomSession } from "../engine/session";
import { t } from "./words";

const MINUTE = 60_000;

/** Minutes and seconds, such as 1:40. */
export function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Milliseconds left in the phase, or `null` where none runs. Negative when it is over time. */
export function leftInPhase(session: RoomSession): number | null {
  const { phase } = session.state;
  if (!phase) return null;
  return phase.ends === null ? phase.left : phase.ends - session.now();
}

/** What is left of the phase, in words. */
export function leftWords(session: RoomSession): string {
  const left = leftInPhase(session);
  if (left === null) return "";
  if (left <= 0) return t("time-over");
  if (left < 2 * MINUTE) return t("time-left-clock", { clock: minutesAndSeconds(left) });
  return t("time-left", { minutes: Math.round(left / MINUTE) });
}

/** The number of a phase in words. */
export function phaseWords(session: RoomSession, index: number | undefined): string {
  const name = index === undefined ? undefined : session.state.settings?.agenda[index]?.name;
  return name ? t(`phase-${name}`) : "";
}
