// A small meeting for the fixtures: people, words, states.

import type { Event, Kind, Language, Phase, Role, Said, Settings, WireLane } from "../src/wire";

type Placed = readonly [WireLane, Event];

const KINDS: Kind[] = ["plain", "story", "question", "reflection", "acknowledgement", "proposal"];
const phase = (
  name: string,
  minutes: number,
  writers: Phase["writers"],
  screening: Phase["screening"],
): Phase => ({
  name,
  mode: "open",
  minutes,
  writers,
  kinds: KINDS,
  screening,
});

const settings: Settings = {
  template: "practice",
  practice: true,
  sides: ["armenian", "azerbaijani"],
  minimum_per_side: 1,
  rule_set: "none",
  agenda: [
    phase("welcome", 5, "facilitators", "open"),
    phase("arriving", 10, "everyone", "open"),
    phase("stories", 20, "everyone", "strict"),
    phase("listening", 15, "everyone", "screened"),
    phase("closing", 10, "everyone", "open"),
  ],
};

export const invitation = {
  role: "participant",
  template: "listening-circle",
  practice: true,
  sides: settings.sides,
  agenda: settings.agenda,
  languages: ["az", "en", "hy"],
  facilitators: 2,
  interpreters: 2,
  participants: 4,
  observers: 1,
};

const PEOPLE: readonly (readonly [number, Role, string, Language])[] = [
  [1, "facilitator", "Anahit", "hy"],
  [2, "facilitator", "Rəna", "az"],
  [3, "participant", "Rain 2", "en"],
  [4, "participant", "Lusine", "hy"],
  [5, "interpreter", "Nune", "hy"],
  [6, "participant", "Orxan", "az"],
  [7, "participant", "Quince 7", "az"],
  [8, "observer", "Lamp 3", "en"],
];

/** Everybody has arrived; I am one of them. */
export function arrived(seat: number, role: Role, named = true): Placed[] {
  const belonging = (of: number) => (of % 2 === 1 ? "a" : "b") as "a" | "b";
  const people = PEOPLE.filter(([of]) => of !== seat || named).flatMap(
    ([of, its, name, writes]): Placed[] => [
      ["all", { event: "seat_admitted", seat: of, role: its, belonging: null }],
      ["all", { event: "seat_introduced", seat: of, role: its, belonging: null, name, writes }],
      ...(role === "facilitator"
        ? ([
            ["facilitators", { event: "seat_belongs", seat: of, belonging: belonging(of) }],
          ] as Placed[])
        : []),
    ],
  );
  const [, , name, writes] = PEOPLE.find(([of]) => of === seat) ?? [0, role, "", "en" as Language];
  return [
    ["all", { event: "scheduled", settings }],
    ...people,
    [
      "seat",
      {
        event: "you_are",
        seat,
        role,
        belonging: belonging(seat),
        name: named ? name : null,
        writes: named ? writes : null,
        reads: named ? [writes] : [],
      },
    ],
  ];
}

export function opened(index: number): Placed[] {
  const ends = Date.now() + 23.6 * 60_000;
  return [
    ["all", { event: "opened" }],
    ["all", { event: "phase_began", phase: index, ends }],
  ];
}

const said = (
  kind: Kind,
  language: Language,
  text: string,
  content_note: string | null = null,
): Said => ({ kind, language, text, content_note });

const LINES: readonly (readonly [number, Said])[] = [
  [
    2,
    said(
      "plain",
      "az",
      "Xoş gəlmisiniz. Bir nəfər yazır, qalanlar oxuyur. Tələsməyə ehtiyac yoxdur.",
    ),
  ],
  [
    4,
    said(
      "story",
      "hy",
      "Երբ ճանապարհը բացվեց, մեկ ժամով վերադարձանք։ Մայրս ուզում էր տեսնել՝ դեռ կա՞ այն թթենին, որ հայրս էր տնկել մեր դարպասի մոտ։\n\nԹթենին կար։ Դարպասը՝ ոչ։",
    ),
  ],
  [7, said("question", "az", "Ağacın yanında kimsə var idimi? Sizinlə danışdılarmı?")],
  [
    6,
    said(
      "story",
      "az",
      "On iki il qardaşımın məzarına gedə bilmədim. Anam hər payız soruşurdu: otunu kim təmizləyir? Cavabım yox idi.",
      "yaxın adamın itkisi",
    ),
  ],
  [
    3,
    said(
      "plain",
      "en",
      "I teach in a village school. The children ask who lives on the other side of the road. I would like to answer with a name, not with a rumour.",
    ),
  ],
];

/** A conversation in three languages. */
export function talk(after = 0): Placed[] {
  const lines = LINES.flatMap(([seat, words], i): Placed[] => {
    const number = after + i + 1;
    const mine: Placed[] =
      seat === 3
        ? [["seat", { event: "mine_published", mine: `own${number}`, number, ...words }]]
        : [];
    return [["all", { event: "message", number, seat, ...words }], ...mine];
  });
  return [
    ...lines,
    ["all", { event: "heard", number: after + 2, count: 5 }],
    ["seat", { event: "you_hear", number: after + 2, on: true }],
    ["all", { event: "heard", number: after + 3, count: 1 }],
    ["all", { event: "message_withdrawn", number: after + 1 }],
  ];
}

/** My own messages in each of their states. */
export function mine(): Placed[] {
  const words = said(
    "story",
    "en",
    "Our neighbour Davit kept our photographs all these years and sent them with a driver.",
  );
  const bell = said(
    "plain",
    "en",
    "My grandmother still has the school bell from our street. I would like to know whether children hear one there now.",
  );
  const why = { because: "phase" } as const;
  return [
    ["seat", { event: "mine_waiting", mine: "m1", why, ...words }],
    [
      "seat",
      {
        event: "mine_returned",
        mine: "m1",
        reason: "third_person",
        note: "Could you say this without the neighbour’s name?",
        by: 2,
      },
    ],
    ["seat", { event: "mine_waiting", mine: "m2", why, ...bell }],
    ["seat", { event: "mine_waiting", mine: "m3", why, ...bell }],
    [
      "seat",
      { event: "mine_removed", mine: "m3", number: null, reason: "off_topic", note: null, by: [1] },
    ],
    ["seat", { event: "mine_waiting", mine: "m4", why, ...bell }],
    ["seat", { event: "mine_withdrawn", mine: "m4", number: null, until: Date.now() + 10_000 }],
  ];
}

export function paused(): Placed[] {
  return [["all", { event: "paused", by: 2, reason: "interpreting", left: 11 * 60_000 }]];
}

/** What waits on the facilitators' desk. */
export function desk(): Placed[] {
  const why = { because: "phase" } as const;
  return [
    [
      "facilitators",
      {
        event: "held",
        desk: 101,
        seat: 6,
        why,
        ...said(
          "story",
          "az",
          "Oğlu Samir hələ də həmin evdə, məktəbin arxasında yaşayır. Bağımı ondan soruşmaq istərdim.",
        ),
      },
    ],
    [
      "facilitators",
      {
        event: "held",
        desk: 102,
        seat: 3,
        why,
        ...said("plain", "en", "I would like to ask what you planted there."),
      },
    ],
    [
      "facilitators",
      {
        event: "held",
        desk: 103,
        seat: 4,
        why,
        ...said("question", "hy", "Ո՞վ է հիմա խնամում այդ այգին։"),
      },
    ],
    [
      "facilitators",
      { event: "held", desk: 104, seat: 7, why, ...said("plain", "az", "Mən də oxumaq istərdim.") },
    ],
    [
      "facilitators",
      {
        event: "desk_decided",
        desk: 104,
        verdict: "approved",
        reason: null,
        note: null,
        by: 2,
        due: Date.now() + 60_000,
      },
    ],
  ];
}

export function proposed(by: number, left = 10): Placed[] {
  const act =
    left === 10
      ? ({ act: "open" } as const)
      : ({ act: "remove_message", number: 3, reason: "place" } as const);
  return [
    [
      "facilitators",
      { event: "proposal_made", proposal: 1, by, due: Date.now() + left * 60_000, ...act },
    ],
  ];
}
