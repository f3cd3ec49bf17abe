// The page's title says that there is something new, never what.

import type { RoomSession } from "../engine/session";
import { t } from "./words";

/** Counts messages of others that arrive while nobody looks; returns the way to stop. */
export function showTitle(session: RoomSession): () => void {
  let seen = published(session);
  const show = () => {
    if (!document.hidden) seen = published(session);
    const count = Math.max(0, published(session) - seen);
    document.title = count > 0 ? plain(t("title-meeting-new", { count })) : t("title-meeting");
  };
  const stop = session.subscribe(show);
  document.addEventListener("visibilitychange", show);
  show();
  return () => {
    stop();
    document.removeEventListener("visibilitychange", show);
  };
}

function published(session: RoomSession): number {
  return session.state.items.filter((item) => item.number !== null && item.mine === null).length;
}

/** Without the invisible marks that isolate what is put into a sentence: a title shows them. */
function plain(words: string): string {
  return words.replace(/[\u2068\u2069]/gu, "");
}
