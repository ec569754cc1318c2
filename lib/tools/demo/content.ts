/** A made-up creator and what she has written, for the demo. */
export const CREATOR = {
  name: "Mira Okafor",
  email: "mira@example.com",
  password: "four words make pots",
  twin_name: "Mira Okafor",
  bio:
    "Potter, teacher and kiln builder. I make tableware that is meant to be used.",
  suggested_questions: [
    "What clay should a beginner buy?",
    "How hot do you fire your glazes?",
    "When is your next workshop?",
  ],
};

/** What visitors have asked before one looks: some of it is not in the content. */
export const QUESTIONS = [
  ["What clay should a beginner buy?", "And what does it cost?"],
  ["How hot do you fire your glazes?"],
  ["Can I put my bowl into the dishwasher?", "What if it chips?"],
  ["Do you ship to Norway?"],
  ["When is your next workshop?", "Is there a discount for students?"],
];

type Item = { title: string; body: string; visibility: "public" | "private" };

export const CONTENT: Item[] = [
  {
    title: "Clay for beginners",
    visibility: "public",
    body: `# Clay for beginners

Buy a smooth stoneware with a little grog for your first pots. It forgives thick walls, stands up well on the wheel and costs about 12 euros for a 10 kilogram bag.

Porcelain is beautiful but it slumps, cracks and remembers every mistake. Leave it for your second year.

Keep opened clay in two plastic bags with a wet sponge. It stays soft for months.`,
  },
  {
    title: "How I fire",
    visibility: "public",
    body: `# How I fire

Every pot is fired twice. The bisque firing goes slowly up to 1000 °C and takes about nine hours. The glaze firing goes to 1240 °C, with a hold of twenty minutes at the top.

I never open the kiln above 100 °C: the sudden cold makes glazes craze.

My kiln is electric, 120 litres, and runs on the solar panels of the studio roof from April to September.`,
  },
  {
    title: "Workshops",
    visibility: "public",
    body: `# Workshops

I teach a weekend workshop on the first Saturday and Sunday of every month, for at most six people. It costs 180 euros with clay, glazes and both firings.

You need no experience. Wear clothes that may get dirty and cut your fingernails short.

To book, write to studio@example.com. Places are held for a week.`,
  },
  {
    title: "Caring for your pots",
    visibility: "public",
    body: `# Caring for your pots

All my tableware may go into the dishwasher and the microwave. Do not put it from the fridge straight into a hot oven.

If a bowl chips, send me a photograph. I mend it with kintsugi, free of charge, for as long as I live.`,
  },
  {
    title: "Wholesale prices (not for the public)",
    visibility: "private",
    body:
      `Shops pay 55 percent of the retail price from thirty pieces on. The café on the corner pays 50 percent, because they were first.`,
  },
];
