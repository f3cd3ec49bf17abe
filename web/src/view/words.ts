// The one door from views to words: `t` says a message, `t("id.attribute")` an attribute.

import { l10n } from "../l10n";
import type { Language } from "../wire";

export { errorWords, LANGUAGES, list, timeOfDay } from "../l10n";

/** The words of a message in the reader's language. */
export function t(id: string, args?: Record<string, string | number>): string {
  return l10n.t(id, args);
}

/** Are there words for this? */
export function has(id: string): boolean {
  return l10n.has(id);
}

/** The language on screen. */
export function language(): Language {
  return l10n.language;
}

/** The reader chooses a language. */
export function setLanguage(chosen: Language): Promise<void> {
  return l10n.choose(chosen);
}

/** On another device than the one where it was chosen, the language a person writes in is taken. */
export function chooseFor(writes: Language | null): void {
  if (writes !== null && !l10n.isChosen) void l10n.choose(writes);
}

/** Called when the words change; returns the way to stop. */
export function onLanguage(listener: () => void): () => void {
  return l10n.onChange(listener);
}
