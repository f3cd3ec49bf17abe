// The menu: people, name, language of the page, size of text, what is read aloud, leaving.

import { html, type TemplateResult } from "lit";
import type { Language } from "../../wire";
import { icon } from "../icons";
import { choose, LEVELS, SIZES, settings } from "../settings";
import { dialog, openSheet, row } from "../sheet";
import { LANGUAGES, language, setLanguage, t } from "../words";
import type { SheetWays } from ".";

const ALL: readonly Language[] = ["az", "en", "hy"];

export function menuSheet({ session, closed, page }: SheetWays): TemplateResult {
  const body = html`
    ${row(html`${icon("users")}${t("menu-people")}`, () => openSheet(page, { is: "people" }), "people")}
    ${session.state.stage === "closed" ? "" : row(html`${icon("note")}${t("menu-change-name")}`, (event) => rename(event, page), "rename")}
    ${group(
      t("menu-language"),
      ALL.map((one) =>
        option(
          "page-language",
          language() === one,
          LANGUAGES[one],
          () => void setLanguage(one),
          one,
        ),
      ),
    )}
    <p class="small dim" data-test="unread">${t("language-unread")}</p>
    ${group(
      t("menu-text-size"),
      SIZES.map((one) =>
        option("text-size", settings().size === one, t(`menu-text-${one}`), () =>
          choose({ size: one }),
        ),
      ),
    )}
    ${group(
      t("menu-announce"),
      LEVELS.map((one) =>
        option("announce", settings().level === one, t(`menu-announce-${one}`), () =>
          choose({ level: one }),
        ),
      ),
    )}
    <p class="small dim side-link">${t("menu-theme")}</p>`;
  const leave = html`<button class="btn" type="button" data-test="leave" @click=${() => openSheet(page, { is: "leave" })}>${icon("leave")}${t("leave-meeting")}</button>`;
  return dialog(t("menu-title"), body, closed, leave);
}

function rename(event: Event, page: EventTarget): void {
  (event.currentTarget as Element).closest("dialog")?.close();
  page.dispatchEvent(new CustomEvent("rt-rename", { bubbles: true }));
}

function group(title: string, options: readonly TemplateResult[]): TemplateResult {
  return html`<fieldset class="sheet-set"><legend>${title}</legend><div class="opts-row">${options}</div></fieldset>`;
}

function option(
  name: string,
  chosen: boolean,
  words: string,
  pick: () => void,
  lang?: Language,
): TemplateResult {
  return html`<label class="opt" data-test=${lang ? `page-lang-${lang}` : name}><input type="radio" name=${name} .checked=${chosen} @change=${pick} /><span lang=${lang ?? language()}>${words}</span></label>`;
}
