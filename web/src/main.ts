// The page begins: styles, words in the reader's language, then the app.

import "./styles/index.css";
import { l10n } from "./l10n";
import { showSize } from "./view/settings";

showSize();
await l10n.start();
await import("./view/app");
