// The page begins: styles, words in the reader's language, then the app.

import "./styles/index.css";
import { l10n } from "./l10n";
import { showSize } from "./view/settings";

showSize();
await Promise.all([l10n.start(), import("./view/app")]);
document.body.prepend(document.createElement("rt-app"));
