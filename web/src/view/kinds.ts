// The kinds of message and their icons.

import type { Kind } from "../wire";
import type { Icon } from "./icons";

/** The icon of each kind. */
export const KIND_ICONS: Readonly<Record<Kind, Icon>> = {
  plain: "plain",
  story: "story",
  question: "question",
  reflection: "mirror",
  acknowledgement: "true",
  proposal: "proposal",
};
