// The connection check: what really happened on this connection, no more.

import { html, nothing, type TemplateResult } from "lit";
import { Api } from "../../engine/api";
import type { RoomSession } from "../../engine/session";
import { smallIcon } from "../icons";
import { t } from "../words";

/** How long one answer takes, or `null` where none came. */
export async function measure(session: RoomSession): Promise<number | null> {
  const before = performance.now();
  try {
    await new Api().seat(session.handle);
    return Math.round(performance.now() - before);
  } catch {
    return null;
  }
}

/** Receiving works when the room's events came; sending, when the introduction was answered. */
export function connectionCheck(session: RoomSession, latency: number | null): TemplateResult {
  const { connection } = session;
  const live = connection.is === "live";
  const sent = live && session.unanswered === 0 && session.state.me?.name !== null;
  const receives = latency === null ? t("check-works") : t("check-latency", { ms: latency });
  return html`<ul class="checks small">
    <li><span>${t("check-receiving")}</span>${outcome(live, receives)}</li>
    <li><span>${t("check-sending")}</span>${outcome(sent, t("check-works"))}</li>
    <li><span>${t("check-letters")}</span><span class="letters"><bdi lang="az">Ə ğ ı ş</bdi><bdi lang="hy">Ժ ղ և ո՞վ</bdi></span></li>
  </ul>
  ${connection.is === "live" && connection.way === "stream" ? html`<p class="help">${t("connection-slow")}</p>` : nothing}`;
}

function outcome(works: boolean, words: string): TemplateResult {
  return works
    ? html`<span class="tag tag-done num">${smallIcon("check")}${words}</span>`
    : html`<span class="tag">${t("check-trying")}</span>`;
}
