// Leaving: at once and without a trace in this tab, or calmly.

import type { RoomSession } from "../engine/session";

/** Forgets everything here and replaces the page by a neutral one. */
export function leaveQuickly(session: RoomSession | null): void {
  if (session) return session.leaveQuickly();
  try {
    sessionStorage.clear();
  } catch {
    // a storage that cannot be reached keeps nothing either
  }
  location.replace("/");
}
