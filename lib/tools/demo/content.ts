/** A made-up creator and her content, for the demo. */
export const CREATOR = {
  name: "Mira Okafor",
  email: "mira@example.com",
  password: "four words make pots",
  twin_name: "Mira Okafor",
  handle: "mira",
  accent_color: "#b4532a",
  bio:
    "Potter, teacher and kiln builder. I make tableware that is meant to be used.",
  greeting:
    "Hello, I’m Mira’s twin. Ask me about clay, workshops or the pots in my kitchen.",
};

/** Suggested first questions: each is answered from the content, also on the landing page. */
export const STARTERS = [
  "What clay should a beginner buy?",
  "When is your next workshop?",
  "Do you ship to Norway?",
];

/** Visitors' questions of the last thirty days: some have no answer in the content. */
export const QUESTIONS = [
  ["What clay should a beginner buy?", "What does it cost?"],
  ["How hot do you fire your glazes?"],
  ["Can I put my bowl into the dishwasher?", "What if it chips?"],
  ["Do you ship to Norway?", "How long does shipping take?"],
  ["When is your next workshop?", "Is there a discount for students?"],
  ["Where is your studio?"],
  ["How much is a mug?"],
  ["Do you make dinner sets to order?"],
  ["Do you sell gift vouchers?"],
  ["How did you become a potter?"],
  ["Can you build me a kiln?"],
  ["Do you teach children?"],
  ["What is your Instagram?"],
];

/** Unanswered questions, and who left an e-mail to get the answer. */
export const WAITING = {
  question: "Are you on Etsy?",
  email: "jonas@example.com",
};

type Item = { title: string; body: string; visibility: "public" | "private" };

function open(title: string, body: string): Item {
  return { title, body, visibility: "public" };
}

export const CONTENT: Item[] = [
  open(
    "Clay for beginners",
    `Buy a smooth stoneware with a little grog for your first pots. It forgives thick walls, stands up well on the wheel and costs about 12 euros for a 10 kilogram bag.

Porcelain is beautiful but it slumps, cracks and remembers every mistake. Leave it for your second year.`,
  ),
  open(
    "How I fire",
    `Every pot is fired twice. The bisque firing goes slowly up to 1000 °C and takes about nine hours. The glaze firing goes to 1240 °C, with a hold of twenty minutes at the top.

I never open the kiln above 100 °C: the sudden cold makes glazes craze.`,
  ),
  open(
    "Workshops",
    `My next workshop is on the first Saturday and Sunday of the coming month: I teach one every month, for at most six people. It costs 180 euros with clay, glazes and both firings.

You need no experience. To book, write to studio@example.com. Places are held for a week.`,
  ),
  open(
    "Discounts",
    `Students and apprentices pay 120 euros for a workshop instead of 180. Bring a card that says so.`,
  ),
  open(
    "Caring for your pots",
    `All my tableware may go into the dishwasher and the microwave. Do not put it from the fridge straight into a hot oven.`,
  ),
  open(
    "When a pot chips",
    `If a bowl chips, send me a photograph. I mend it with kintsugi, free of charge, for as long as I live.`,
  ),
  open(
    "Shipping",
    `I ship to all of Europe, Norway and Switzerland too. Shipping costs 9 euros within the European Union and 19 euros to Norway and Switzerland, where customs may add a fee. A parcel takes three to six working days.`,
  ),
  open(
    "What things cost",
    `A mug is 34 euros, a breakfast bowl 42 euros and a dinner plate 48 euros. A set of four of anything is ten percent less.`,
  ),
  open(
    "Made to order",
    `I make dinner sets to order, from four places up. You choose the glaze from eleven tiles in the studio, I send a drawing, and the set is ready in eight to ten weeks. Half is paid at the start.`,
  ),
  open(
    "The studio",
    `My studio is at Ofengasse 7 in Graz, in the yard behind the bakery. It is open on Thursdays and Fridays from two to six, and whenever the flag is out.`,
  ),
  open(
    "Gift vouchers",
    `I sell gift vouchers of any amount from 20 euros, for pots and for workshops. They come by e-mail within a day, or on a clay tile by post, and do not expire.`,
  ),
  open(
    "How I became a potter",
    `I was a bookkeeper until I was thirty-one. Then I took an evening class, missed the last tram because of a bowl, and never went back to the office. I learned for four years with Anna Lenz in Styria.`,
  ),
  {
    title: "Wholesale prices (not for the public)",
    visibility: "private",
    body:
      `Shops pay 55 percent of the retail price from thirty pieces on. The café on the corner pays 50 percent, because they were first.`,
  },
];
