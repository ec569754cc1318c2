import type { LucideIcon } from "lucide-preact";
import { Code, EyeOff, Feather, Link, Quote, ShieldCheck } from "lucide-preact";

type Picture = {
  src: string;
  width: number;
  height: number;
  /** What the picture shows. */
  alt: string;
};

const PLACES: { title: string; text: string; picture: Picture }[] = [
  {
    title: "A page of its own",
    text:
      "Your face, your colours, your address. Put the link in your profile, in your newsletter, under your videos.",
    picture: {
      ...{ src: "/pictures/page.webp", width: 880, height: 620 },
      alt:
        "A twin’s page: a visitor asks whether it ships to Norway, and the answer names the price and its source.",
    },
  },
  {
    title: "A corner of your site",
    text:
      "One line, on any site: WordPress, Webflow, Shopify, a page written by hand. It works on the domains you name and nowhere else.",
    picture: {
      ...{ src: "/pictures/widget.webp", width: 880, height: 620 },
      alt:
        "A potter’s site with the chat open in its corner, in the site’s own colour.",
    },
  },
  {
    title: "What people want to know",
    text:
      "Every question, day by day. What your twin could not answer waits for you: one sentence from you, and it can.",
    picture: {
      ...{ src: "/pictures/dashboard.webp", width: 1000, height: 703 },
      alt: "The dashboard: questions and visitors of thirty days, by channel.",
    },
  },
];

/** Where people meet a twin, and what its maker sees: real screenshots. */
export function Places() {
  return (
    <section aria-labelledby="places" class="space-y-8">
      <h2 id="places" class="text-2xl font-semibold text-balance">
        It answers where people already are
      </h2>
      <ul class="grid gap-8 lg:grid-cols-3">
        {PLACES.map(({ title, text, picture }) => (
          <li key={title} class="min-w-0 space-y-4">
            <img
              {...picture}
              loading="lazy"
              decoding="async"
              class="aspect-[10/7] h-auto w-full rounded-xl border border-line object-cover object-top shadow-md"
            />
            <div>
              <h3 class="text-lg font-semibold">{title}</h3>
              <p class="mt-1 text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

const PROMISES: [LucideIcon, string, string][] = [
  [
    Quote,
    "It shows its sources",
    "Every answer names its source. It makes nothing up: if you never wrote about it, it says that it does not know.",
  ],
  [
    EyeOff,
    "Private stays private",
    "Your private content is stored apart, where nothing that answers visitors can reach it.",
  ],
  [
    ShieldCheck,
    "Nobody has to sign in",
    "Visitors need no account and get no cookies. They can see what is stored about them, and delete it with one click.",
  ],
  [
    Link,
    "Yours to switch off",
    "One switch ends a link, a key or a page at once. Everything you wrote can leave with you in one file.",
  ],
  [
    Feather,
    "Light on your site",
    "The widget is under 4 kB until somebody opens it, and stores nothing before that.",
  ],
  [
    Code,
    "Open to your own code",
    "An API with keys, limits and rotation, and one that OpenAI’s clients speak. The same answers, in your own app.",
  ],
];

/** What it promises to makers and visitors. */
export function Promises() {
  return (
    <section aria-labelledby="promises" class="space-y-8">
      <h2 id="promises" class="text-2xl font-semibold text-balance">
        Something you can put your name to
      </h2>
      <ul class="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
        {PROMISES.map(([Icon, title, text]) => (
          <li key={title} class="flex gap-4">
            <Icon
              size={22}
              strokeWidth={1.75}
              class="mt-0.5 shrink-0 text-accent"
            />
            <div>
              <h3 class="font-semibold">{title}</h3>
              <p class="mt-1 text-sm text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
