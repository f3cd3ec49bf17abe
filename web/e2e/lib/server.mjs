// The built program, practising in folders of its own.

import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "../../..");

/** The program. */
export const PROGRAM = process.env.ROUNDTABLE_BIN ?? join(ROOT, "target/debug/roundtable");

/** A practice session with so many participants, and the links of all its seats. */
export async function startServer(participants = 4) {
  const folder = mkdtempSync(join(tmpdir(), "roundtable-e2e-"));
  const log = join(folder, "server.log");
  const { DATABASE_URL: _, ...env } = process.env;
  const place = ["--data", join(folder, "data"), "--keys", join(folder, "keys")];
  const child = spawn(
    PROGRAM,
    ["practice", "--json", "--fresh", "--listen", "127.0.0.1:0"].concat(
      ["--participants", String(participants)],
      place,
    ),
    { stdio: ["ignore", "pipe", openSync(log, "a")], env },
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const line = await Promise.race([firstLine(child.stdout), ended]);
  if (typeof line !== "string") {
    throw new Error(`the server did not print its links:\n${readFileSync(log, "utf8")}`);
  }
  const { url, links } = JSON.parse(line);
  return {
    url: new URL(url).origin,
    /** The link of the nth seat of a role. */
    link: (role, index = 0) => new URL(links[role][index], url).href,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstLine(stream) {
  const lines = createInterface({ input: stream });
  for await (const line of lines) {
    // What comes later is read and dropped, so that the server never waits for us.
    stream.resume();
    return line;
  }
  return null;
}
