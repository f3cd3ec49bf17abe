// The browser tests: `node e2e/run.mjs`, after `cargo build -p roundtable`.
//
// They start the built program and drive Debian's Chromium. ROUNDTABLE_BIN and
// ROUNDTABLE_CHROMIUM name others; ROUNDTABLE_LOOK=off leaves out pictures and axe. To add a test:
// a file `NAME.test.mjs` here; what several need is in `lib/`.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { CHROMIUM } from "./lib/browser.mjs";
import { PROGRAM } from "./lib/server.mjs";

const here = import.meta.dirname;
const missing = [PROGRAM, CHROMIUM].filter((path) => !existsSync(path));
if (missing.length > 0) {
  process.stderr.write(`missing: ${missing.join(", ")}\n`);
  process.exit(2);
}

const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)))
  .map((name) => join(here, name));
const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-concurrency=1", "--test-reporter=tap", ...files],
  { stdio: "inherit" },
);
process.exit(status ?? 1);
