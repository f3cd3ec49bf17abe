// A room that is open and where everybody may write, for tests that begin there.

import { Person } from "./person.mjs";

/** Two facilitators who opened it and went on to the second part. */
export async function openRoom(browser, server) {
  const who = (name, index) => ({ language: "en", name, index, width: 1280 });
  const cast = [who("Anahit", 0), who("Rəna", 1)];
  const people = [];
  for (const one of cast) {
    const person = await Person.at(browser, server, one);
    await person.arrive(server.link("facilitator", one.index));
    people.push(person);
  }
  const [first, second] = people;
  await first.press("propose-open");
  await second.press("second");
  await first.test("next-phase").waitFor();
  const before = await first.phase();
  await first.press("next-phase");
  await first.test("phase-name").filter({ hasNotText: before }).waitFor();
  return people;
}
