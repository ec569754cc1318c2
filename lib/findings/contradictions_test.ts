import assert from "node:assert/strict";
import { Lexica } from "../engine/lexica.ts";
import { engineTables } from "../engine/tables.ts";
import { readWordVectors } from "../engine/word_vectors.ts";
import { contradictions } from "./contradictions.ts";
import { statementsOf } from "./statements.ts";

type Written = [title: string, text: string, kind?: "pair"];

/** Pairs of items, each of which contradicts the other. */
const PLANTED: [Written, Written][] = [
  [
    ["Shipping", "Standard delivery takes 3 days within Germany."],
    ["Returns and delivery", "Within Germany standard delivery takes 5 days."],
  ],
  [
    ["Opening hours", "On weekdays we open at 9:00."],
    ["Visit us", "Our shop opens at 10 am on weekdays."],
  ],
  [
    [
      "What does the yoga course cost?",
      "It is 120 € for ten evenings.",
      "pair",
    ],
    ["Yoga course", "The yoga course costs 140 €."],
  ],
  [
    ["Guarantee", "Every lamp comes with a guarantee of 2 years."],
    ["About our lamps", "We give a three-year guarantee on each lamp."],
  ],
  [
    ["Summer camp", "The summer camp begins on 12 July 2027."],
    ["Dates of this year", "Our summer camp starts on July 19, 2027."],
  ],
  [
    ["Discounts", "Students get a discount of 15 % on all tickets."],
    ["Students", "For students there is a 20% discount on tickets."],
  ],
  [
    [
      "Stornierung",
      "Eine Buchung kann bis 24 Stunden vorher storniert werden.",
    ],
    [
      "Häufige Fragen",
      "Sie können Ihre Buchung bis 48 Stunden vorher stornieren.",
    ],
  ],
  [
    ["Horario", "El taller abre a las 10:00 horas."],
    ["Visitas", "Nuestro taller abre a las 11:00 horas."],
  ],
  [
    ["Contact", "Call the office at +49 30 1234567."],
    ["Imprint", "Office: phone +49 30 1234568."],
  ],
  [
    ["The pool", "The pool is 25 m long and heated to 27 degrees."],
    ["Swimming", "Our heated pool is 50 metres long."],
  ],
  [
    ["Parkgebühren", "Das Parken kostet 4 Euro pro Tag."],
    ["Anreise", "Parken: 6,50 € pro Tag."],
  ],
  [
    ["Workshop", "Our workshop is limited to 12 participants."],
    ["Group size", "Up to 16 participants can join the workshop."],
  ],
  [
    ["Membership", "The membership fee is $49 per month."],
    ["How much is a membership?", "Membership costs $59 a month.", "pair"],
  ],
  [
    ["About us", "The studio was founded in 2011 in a garage."],
    ["Our story", "In 2013 Ana founded the studio."],
  ],
  [
    ["Bicicletas", "El alquiler de bicicletas cuesta 15 € al día."],
    ["Precios", "Alquiler de bicicletas: 18 € por día."],
  ],
  [
    ["Livraison", "La livraison prend 4 jours ouvrés."],
    ["Questions fréquentes", "La livraison se fait en 7 jours ouvrés."],
  ],
  [
    ["Contact", "We answer e-mails within 24 hours."],
    ["E-mail", "You get an answer to your e-mail within 3 days."],
  ],
  [
    ["The lamp", "The battery lasts 8 hours."],
    ["Battery", "Battery life: 10 hours."],
  ],
  [
    ["Sprechzeiten", "Die Praxis ist montags von 8:00 bis 12:00 Uhr geöffnet."],
    ["Die Praxis", "Montags ist die Praxis von 9:00 bis 12:00 Uhr geöffnet."],
  ],
  [
    ["The e-book", "The e-book has 180 pages."],
    ["How long is the e-book?", "It has 210 pages.", "pair"],
  ],
  [
    ["Coaching", "A coaching session lasts 60 minutes."],
    ["What to expect", "Each coaching session takes 90 minutes."],
  ],
];

/** Similar items about different things, or with the same figures. */
const SOUND: Written[] = [
  ["Coaching prices", "A coaching session costs 120 €."],
  ["Coaching package", "A package of five coaching sessions costs 550 €."],
  ["Membership by the year", "The membership fee is $490 per year."],
  ["Gift wrapping", "Gift wrapping costs 3 €."],
  ["Gift cards", "Gift cards cost 25 € or more."],
  ["Capri", "The ferry to Capri leaves at 9:00."],
  ["Ischia", "The ferry to Ischia leaves at 10:00."],
  ["Garden room", "The room sleeps 2 people."],
  ["Attic room", "The room sleeps 4 people."],
  ["Soup", "Cook the soup for 20 minutes."],
  ["Bread", "Bake the bread for 50 minutes."],
  ["Winter term", "The winter term ends on 31 January 2027."],
  ["Summer term", "The summer term ends on 15 July 2027."],
  ["Museum tickets", "Adults pay 12 €.\n\nChildren pay 6 €."],
  [
    "Family offer at the museum",
    "Children pay 6 € when they come with adults.",
  ],
  ["Studio Berlin", "The studio opens at 8:00."],
  ["Studio Hamburg", "The studio opens at 11:00."],
  ["Trail backpack", "Weight: 2.1 kg."],
  ["Alpine tent", "Weight: 3.4 kg."],
  ["Saturday market", "The market is open on Saturday from 7:00 to 13:00."],
  ["Evening market", "The market is open on Friday from 17:00 to 21:00."],
  ["Check-in", "Check-in is from 15:00."],
  ["Check-out", "Check-out is until 11:00."],
  ["How much is express shipping?", "Express shipping is 9.90 €.", "pair"],
  [
    "How much is shipping by bike courier?",
    "The bike courier is 4.50 €.",
    "pair",
  ],
  ["Warranty claim", "Send the receipt within 14 days."],
  ["Refunds", "We refund within 2 weeks."],
  ["Refund of deposits", "Deposits are refunded within 30 days."],
  ["My first book", "It was published in 2009 and has 240 pages."],
  ["My second book", "It was published in 2014 and has 310 pages."],
  ["Beginners' class", "The class for beginners is on Monday at 18:00."],
  ["Advanced class", "The class for advanced dancers is on Monday at 20:00."],
  ["Deposit", "The deposit is 1,000 €."],
  ["About the deposit", "A deposit of 1.000 € is due."],
  ["Lunch", "The kitchen serves lunch until 14:30."],
  ["Dinner", "The kitchen serves dinner until 22:00."],
  ["Apprenticeship", "It lasts 24 months."],
  ["Length of the apprenticeship", "An apprenticeship takes 2 years."],
];

Deno.test("contradictions finds the planted ones, and hardly any false ones", async () => {
  const tables = engineTables();
  const written = [...PLANTED.flat(), ...SOUND];
  const statements = written.flatMap(([title, text, kind], n) => {
    const language = tables.lexica.detect(`${title}\n${text}`) ?? "en";
    const passages = text.split("\n\n");
    const content_id = String(n);
    const source = { content_id, title, kind, source_url: null, passages };
    return [...statementsOf(source, language, tables)];
  });
  const found = await contradictions(statements, () => Promise.resolve());
  const right = found.filter(({ a, b }) => {
    const [x, y] = [Number(a.content_id), Number(b.content_id)];
    return Math.max(x, y) < 2 * PLANTED.length && x >> 1 === y >> 1;
  });
  const told = found.map(({ a, b, kind }) => `${kind}: ${a.text} | ${b.text}`);
  assert.ok(right.length >= 16, `${right.length} found:\n${told.join("\n")}`);
  const wrong = found.length - right.length;
  assert.ok(wrong <= found.length * 0.1, `${wrong} wrong:\n${told.join("\n")}`);
});

Deno.test("contradictions: a known phrase hides none", async () => {
  const tables = engineTables();
  const read = (path: string) =>
    Deno.readTextFileSync(new URL(`../engine/${path}`, import.meta.url));
  const lexica = new Lexica({
    lexicon(language) {
      const file = JSON.parse(read(`lexicon/${language}.json`));
      const phrases =
        ", students get, heated to, the pool is, for students, our heated pool, coaching session, each coaching";
      file.ideas.discount += phrases;
      file.ideas.tax += phrases;
      return file;
    },
    glossary: () => "",
    families: () => JSON.parse(read("lexicon/families.json")),
  }, readWordVectors(new URL("../engine/vectors/", import.meta.url)));
  for (
    const [a, b] of [
      [
        "Students get 15 % off all tickets.",
        "For students there is 20 % off all tickets.",
      ],
      ["The pool is heated to 27 degrees.", "Our heated pool has 29 degrees."],
      [
        "A coaching session lasts 60 minutes.",
        "Each coaching session takes 90 minutes.",
      ],
    ]
  ) {
    const statements = [a, b].flatMap((text, n) => {
      const source = { title: "", source_url: null, passages: [text] };
      const item = { ...source, content_id: `${n}` };
      return [...statementsOf(item, "en", { ...tables, lexica })];
    });
    const found = await contradictions(statements, () => Promise.resolve());
    assert.equal(found.length, 1, a);
  }
});
