// Screens without a server, to look at them while building: /dev/?fixture=room&lang=hy
// Not a part of the build. The fixtures stand in `world.ts`.

import "../src/styles/index.css";
import type { RoomSession } from "../src/engine/session";
import { l10n } from "../src/l10n";
import type { Language } from "../src/wire";
import * as scene from "./scene";
import { sessionOf } from "./world";

const query = new URLSearchParams(location.search);
const name = query.get("fixture") ?? "room";
const language = (query.get("lang") ?? "en") as Language;

await l10n.start([language]);
await l10n.choose(language);
if (query.has("wide")) {
  // Words as wide as Armenian ones, to see what does not fit.
  const said = l10n.t.bind(l10n);
  const letters = "աբգդեզէըթժիլխծկհձղճմյնշոչպ";
  const wide = (word: string) =>
    word.replace(/[a-z]/giu, (one) => letters[one.toLowerCase().charCodeAt(0) - 97] ?? one);
  l10n.t = (id, args) =>
    said(id, args).replace(/\p{L}{3,}/gu, (word) =>
      wide(word + word.slice(0, Math.ceil(word.length / 4))),
    );
  document.documentElement.lang = "hy";
}
const { showSize } = await import("../src/view/settings");
showSize();

if (name === "join") {
  globalThis.fetch = async (path) => {
    if (String(path).endsWith("/look")) return Response.json(scene.invitation);
    return Response.json({ code: "invitation_unknown" }, { status: 404 });
  };
  location.hash = "AAAAAAAAAAAAAAAAAAAAAA";
  await import("../src/view/arrive/page");
  document.body.append(document.createElement("rt-arrive"));
} else {
  await import("../src/view/seat");
  const page = document.createElement("rt-seat") as HTMLElement & { session: RoomSession };
  page.session = sessionOf(name).session;
  document.body.append(page);
}
