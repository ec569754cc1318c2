import assert from "node:assert/strict";
import { engineTables } from "../engine/tables.ts";
import { contradictions } from "./contradictions.ts";
import { statementsOf } from "./statements.ts";

/** Items with the same mark beginning with `p` contradict each other; all others are sound. */
type Written = [mark: string, title: string, text: string, kind?: "pair"];

/** A potter's content: ten contradicting pairs among similar items. */
const POTTERY: Written[] = [
  [
    "p1",
    "Prices",
    "A family portrait session costs 240 euros and lasts ninety minutes.",
  ],
  ["p1", "Family portraits", "Family portrait sessions: 260 euros."],
  [
    "p2",
    "Cancelling",
    "You can cancel a booking free of charge until 48 hours before.",
  ],
  [
    "p2",
    "Do I get my money back?",
    "Yes, bookings can be cancelled free of charge up to 24 hours before.",
    "pair",
  ],
  ["p3", "Studio", "Our studio opens at 10 am on Saturdays."],
  [
    "p3",
    "When are you open?",
    "On Saturdays the studio opens at 9 am.",
    "pair",
  ],
  ["p4", "Raku weekend", "The raku weekend takes place on 14 May 2027."],
  ["p4", "News", "Raku weekend: 21 May 2027, in the yard."],
  ["p5", "Versand", "Der Versand nach Österreich kostet 9,90 €."],
  [
    "p5",
    "Was kostet der Versand nach Österreich?",
    "12,50 € je Paket.",
    "pair",
  ],
  ["p6", "Kids", "Children can join the pottery course from the age of 6."],
  [
    "p6",
    "Pottery course for children",
    "Minimum age for the pottery course: 8 years.",
  ],
  ["p7", "The kiln", "Our kiln reaches 1280 degrees."],
  ["p7", "Firing", "We fire in a kiln that reaches 1240 degrees."],
  ["p8", "Gift vouchers", "Gift vouchers are valid for 3 years."],
  [
    "p8",
    "How long is a gift voucher valid?",
    "A gift voucher is valid for two years.",
    "pair",
  ],
  ["p9", "Returns", "Unused cups can be returned within 30 days."],
  [
    "p9",
    "Can I return a cup?",
    "Yes, you can return unused cups within 14 days.",
    "pair",
  ],
  ["p10", "Team", "Our team consists of 5 potters."],
  ["p10", "About us", "We are a team of seven potters."],

  ["d0", "Cups", "Cup 1 Cup 2 Cup 3 Cup 4 Cup 5 Cup 6 Cup 7"],
  ["d00", "Cup number 9", "Cup number 9 is made of clay."],
  ["d1", "Cup, small", "The small cup holds 60 ml and costs 18 euros."],
  ["d2", "Cup, large", "The large cup holds 300 ml and costs 24 euros."],
  ["d3", "Shipping to France", "Shipping to France costs 14 euros."],
  ["d4", "Shipping to Italy", "Shipping to Italy costs 16 euros."],
  [
    "d5",
    "Wholesale",
    "Wholesale prices: cup 9 euros, bowl 20 euros, from 40 pieces.",
  ],
  ["d6", "Shop prices", "In the shop a cup is 18 euros and a bowl 42 euros."],
  [
    "d7",
    "Beginners course",
    "The beginners course has 6 evenings and costs 180 euros.",
  ],
  [
    "d8",
    "Advanced course",
    "The advanced course has 8 evenings and costs 260 euros.",
  ],
  ["d9", "Opening hours in winter", "In winter we open at 10."],
  ["d10", "Opening hours in summer", "In summer we open at 8."],
  ["d11", "Workshop in May", "The workshop in May has 8 places."],
  ["d12", "Workshop in June", "The workshop in June has 12 places."],
  [
    "d13",
    "Cancel a course",
    "A course can be cancelled until 14 days before it begins.",
  ],
  [
    "d14",
    "Cancel a studio booking",
    "Cancelling a rented wheel is free until 2 hours before.",
  ],
  ["d15", "History", "In 2011 the studio moved to Hamburg."],
  ["d16", "Prize", "In 2019 the studio won the craft prize of Hamburg."],
  ["d17", "Glaze A", "Glaze A is fired at 1220 degrees."],
  ["d18", "Glaze B", "Glaze B is fired at 1050 degrees."],
  ["d19", "Adults", "The entry for adults costs 8 euros."],
  ["d20", "Children", "The entry for children costs 4 euros."],
  ["d21", "Versand", "Der Versand nach Deutschland kostet 5,90 €."],
  ["d22", "Abholung", "Abholung ist ab 16 Uhr kostenlos möglich."],
  ["d23", "Email", "Write to us, we answer within 2 days."],
  ["d24", "Phone", "Call us between 9 and 12."],
  ["d25", "Repair", "A repair takes three weeks and costs from 45 euros."],
  [
    "d26",
    "Repair of a large vase",
    "Repairing a large vase takes six weeks and costs 120 euros.",
  ],
  ["d27", "Deposit", "For a rented kiln the deposit is 50 euros."],
  ["d28", "Kiln rent", "Renting the kiln costs 35 euros a firing."],
  ["d29", "Last year", "In 2025 we sold 1200 cups."],
  ["d30", "This year", "In 2026 we sold 1500 cups."],
  ["d31", "Monday class", "The Monday class begins at 18:00."],
  ["d32", "Thursday class", "The Thursday class begins at 19:30."],
  ["d33", "Instagram", "We have 4000 followers on Instagram."],
  ["d34", "Newsletter", "2500 people read our newsletter."],
  ["d35", "Bus", "Bus 112 stops at our door."],
  ["d36", "Tram", "Take tram 5 to Lindenweg."],
  ["d37", "Discount", "Students get 10 % off."],
  ["d38", "Seniors", "Seniors get 15 % off."],
  ["d39", "Dishwasher", "Cups may be washed in the dishwasher at 60 degrees."],
  ["d40", "Oven", "Bowls can be put in the oven at up to 200 degrees."],
  ["d41", "Member prices", "Members pay 20 euros for an open studio evening."],
  ["d42", "Guest prices", "Guests pay 28 euros for an open studio evening."],
  ["d43", "Delivery times", "Cups are sent within 3 days."],
  ["d44", "Custom orders", "Custom orders are sent within 6 weeks."],
  ["d45", "Early bird", "Until March the summer camp costs 320 euros."],
  ["d46", "Summer camp", "From April on the summer camp costs 380 euros."],
  ["d47", "Wheel", "A wheel for beginners weighs 40 kg."],
  ["d48", "Kiln weight", "The kiln weighs 180 kg."],
  ["d49", "Portrait session", "A portrait session is 180 euros."],
  [
    "d50",
    "Wedding",
    "A wedding is 1600 euros for a full day and 950 euros for half a day.",
  ],
];

/** Of many trades. */
const HOUSES: Written[] = [
  ["p1", "Coaching", "A first coaching call is free and takes 20 minutes."],
  [
    "p1",
    "How do I start?",
    "With a first coaching call of 30 minutes, which is free.",
    "pair",
  ],
  ["p2", "Retreat", "The retreat in Tuscany costs 890 euros a person."],
  [
    "p2",
    "Tuscany retreat",
    "890 euros was last year; the retreat in Tuscany now costs 940 euros.",
  ],
  [
    "p3",
    "Newsletter",
    "The newsletter comes out every two weeks, on Fridays at 7:00.",
  ],
  ["p3", "When does the newsletter come out?", "Fridays at 8:30.", "pair"],
  ["p4", "Vegan menu", "The vegan menu has 5 courses."],
  ["p4", "Our menus", "Vegan menu: six courses, changing with the season."],
  ["p5", "Kursgröße", "In einem Yogakurs sind höchstens 12 Personen."],
  [
    "p5",
    "Wie groß sind die Gruppen?",
    "Unsere Yogakurse haben höchstens 15 Personen.",
    "pair",
  ],
  ["p6", "Parking", "Parking at the house costs 5 euros a night."],
  ["p6", "Arrival", "You can park at the house for 8 euros a night."],
  ["p7", "Dog", "The surcharge for a dog is 15 euros per stay."],
  [
    "p7",
    "Can I bring my dog?",
    "Dogs are welcome, the surcharge is 20 euros per stay.",
    "pair",
  ],
  ["p8", "Exposition", "L'exposition ouvre le 3 juin 2027."],
  ["p8", "Actualités", "Notre exposition ouvre le 10 juin 2027."],
  ["p9", "Refund", "We refund tickets up to 7 days before the concert."],
  [
    "p9",
    "Can I give back my ticket?",
    "Tickets are refunded until 3 days before the concert.",
    "pair",
  ],
  ["p10", "Ebook", "The workbook as PDF has 64 pages."],
  [
    "p10",
    "What is in the workbook?",
    "The workbook has 72 pages with exercises.",
    "pair",
  ],
  ["e1", "Honey, 250 g", "A jar of 250 g is 6.50 euros."],
  ["e2", "Honey, 500 g", "A jar of 500 g is 11 euros."],
  ["e3", "Double room", "The double room costs 120 euros a night."],
  ["e4", "Single room", "The single room costs 80 euros a night."],
  ["e5", "Check-in", "Check-in is from 15:00."],
  ["e6", "Breakfast", "Breakfast is served from 7:30 to 10:00."],
  ["e7", "Sourdough class", "The sourdough class takes 5 hours."],
  ["e8", "Croissant class", "The croissant class takes 7 hours."],
  ["e9", "Online course", "The online course costs 149 euros."],
  ["e10", "Course in the studio", "The course in the studio costs 320 euros."],
  ["e11", "Delivery in Berlin", "Delivery in Berlin takes 1 day."],
  ["e12", "Delivery in Europe", "Delivery in Europe takes 6 days."],
  ["e13", "Half marathon plan", "The plan for a half marathon takes 12 weeks."],
  ["e14", "Marathon plan", "The plan for a marathon takes 18 weeks."],
  ["e15", "Logo", "A logo costs from 900 euros."],
  ["e16", "Website", "A website costs from 3500 euros."],
  ["e17", "Rate", "My rate is 95 euros an hour."],
  ["e18", "Day rate", "My day rate is 700 euros."],
  ["e19", "Wedding cake", "A wedding cake for 50 guests costs 380 euros."],
  ["e20", "Birthday cake", "A birthday cake for 12 guests costs 65 euros."],
  ["e21", "Basic", "The Basic plan costs 9 euros a month."],
  ["e22", "Pro", "The Pro plan costs 29 euros a month."],
  ["e23", "Red wine", "Our red wine is stored for 18 months."],
  ["e24", "White wine", "Our white wine is stored for 6 months."],
  ["e25", "Massage", "A back massage takes 30 minutes and costs 45 euros."],
  [
    "e26",
    "Full massage",
    "A full body massage takes 60 minutes and costs 80 euros.",
  ],
  ["e27", "Haarschnitt Damen", "Ein Haarschnitt für Damen kostet 48 €."],
  ["e28", "Haarschnitt Herren", "Ein Haarschnitt für Herren kostet 32 €."],
  ["e29", "Podcast", "A new episode comes every Tuesday at 6:00."],
  ["e30", "Live", "The live talk is every Thursday at 20:00."],
  ["e31", "Weekday price", "On weekdays the sauna costs 14 euros."],
  ["e32", "Weekend price", "At weekends the sauna costs 18 euros."],
  ["e33", "Piano lesson", "A piano lesson of 45 minutes is 35 euros."],
  ["e34", "Guitar lesson", "A guitar lesson of 45 minutes is 32 euros."],
  ["e35", "Bike rental", "Renting a bike costs 18 euros a day."],
  ["e36", "E-bike rental", "Renting an e-bike costs 32 euros a day."],
  ["e37", "Wholesale", "From 40 pieces a candle is 7 euros."],
  ["e38", "Candles", "A candle is 14 euros."],
  ["e39", "Deadline", "Sign up by 1 March 2027."],
  ["e40", "Begin", "The training begins on 5 April 2027."],
  ["e41", "Size of the garden", "The garden is 400 metres long."],
  ["e42", "The barn", "The barn is 22 metres long."],
  ["e43", "Voucher", "A voucher is at least 25 euros."],
  ["e44", "Postage of vouchers", "Sending a voucher by post costs 2 euros."],
  ["e45", "Tour in English", "The tour in English starts at 11:00."],
  ["e46", "Tour in German", "The tour in German starts at 14:00."],
  ["e47", "Room 1", "Room 1 sleeps 2 people."],
  ["e48", "Room 2", "Room 2 sleeps 4 people."],
];

for (const [name, written] of Object.entries({ POTTERY, HOUSES })) {
  Deno.test(`contradictions: of ten planted ones eight are found, and hardly any others, ${name}`, async () => {
    const tables = engineTables();
    const statements = written.flatMap(([mark, title, text, kind], n) => {
      const language = tables.lexica.detect(`${title}\n${text}`) ?? "en";
      const content_id = `${mark} ${n}`;
      const source = { title, kind, source_url: null, passages: [text] };
      return [...statementsOf({ ...source, content_id }, language, tables)];
    });
    const found = await contradictions(statements, () => Promise.resolve());
    const markOf = (id: string) => id.split(" ")[0];
    const right = new Set<string>();
    const wrong: string[] = [];
    for (const { a, b, kind } of found) {
      const mark = markOf(a.content_id);
      if (mark === markOf(b.content_id)) right.add(mark);
      else wrong.push(`${kind}: ${a.text} | ${b.text}`);
    }
    assert.ok(right.size >= 8, `${right.size}: ${[...right].join()}`);
    assert.ok(wrong.length <= found.length * 0.2, wrong.join("\n"));
  });
}
