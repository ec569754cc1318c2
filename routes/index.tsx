import type { LucideIcon } from "lucide-preact";
import {
  Code,
  EyeOff,
  Globe,
  Link,
  MessagesSquare,
  Quote,
  ShieldCheck,
} from "lucide-preact";
import { Head } from "fresh/runtime";
import { Brand } from "../components/ui/Brand.tsx";
import { Example } from "../components/entry/Example.tsx";
import { buttonLook } from "../components/ui/Button.tsx";
import { CodeBlock } from "../components/ui/CodeBlock.tsx";
import { getRequestActor } from "../lib/http/auth_guard.ts";
import { AddressForm, WriteForm } from "../components/trial/TrialForms.tsx";
import { type PageCall, publicForm, publicPage } from "../lib/pages/access.ts";
import { BEGINNINGS } from "../lib/pages/trial.ts";
import type { FormState } from "../lib/views/form.ts";
import { handler, page } from "./$index.ts";

type Data = {
  form: FormState | null;
  isSignedIn: boolean;
  canSignUp: boolean;
  snippet: string;
};

export const handlers = handler({
  GET: publicPage<Data>(async (page) => ({ data: await load(page, null) })),
  POST: publicForm<Data>(async (page) => {
    const begin = BEGINNINGS[page.action === "write" ? "write" : "address"];
    const outcome = await begin(page);
    if (outcome instanceof Response) return outcome;
    const { form, status, headers } = outcome;
    return { data: await load(page, form), status, headers };
  }),
});

async function load(
  { app, req }: PageCall,
  form: FormState | null,
): Promise<Data> {
  return {
    form,
    isSignedIn: await getRequestActor(req) !== null,
    canSignUp: app.config.signup === "open",
    snippet:
      `<script async src="${app.config.base_url}/widget.js"\n  data-twin-id="twn_…"\n  data-api-key="tw_pk_…"></script>`,
  };
}

const STEPS = [
  [
    "Write what you know",
    "Paste or upload what your twin may answer from. Each piece is private until you say otherwise.",
  ],
  [
    "Share it",
    "Send a link, or put one line of code on your site. Only the domains you name may use it.",
  ],
  [
    "Listen",
    "See what people ask, and answer in one step what your twin could not.",
  ],
];

const PARTS: [LucideIcon, string, string][] = [
  [
    Link,
    "A link of its own",
    "With its face, a QR code and a card for messengers. On and off with one switch.",
  ],
  [
    MessagesSquare,
    "A widget of 6 kB",
    "Loads nothing and stores nothing until somebody opens it. Nine languages, light and dark.",
  ],
  [
    Code,
    "An API",
    "Keys with domains, limits and rotation. The same answers, in your own app.",
  ],
  [
    Quote,
    "Answers with sources",
    "Every answer shows what it rests on. What is not in your words is not made up.",
  ],
  [
    EyeOff,
    "Private stays private",
    "What answers strangers cannot open private content: it lies in another place.",
  ],
  [
    ShieldCheck,
    "No accounts for visitors",
    "No cookies, no names. They see what is stored of them and delete it with one click.",
  ],
];

const MAIN = `${buttonLook({ look: "hero" })} min-h-12 px-6 text-base`;
const SECOND =
  "inline-flex min-h-12 items-center rounded-lg border border-white/30 px-6 font-medium text-white transition hover:bg-white/10";

export default page(({ data: { form, isSignedIn, canSignUp, snippet } }) => (
  <>
    <Head>
      <title>Twincast: your digital twin, wherever people are</title>
      <meta
        name="description"
        content="Publish a chat persona that answers from your own content, by link, widget or API."
      />
    </Head>
    <header class="hero-gradient on-dark text-white">
      <div class="mx-auto max-w-6xl px-4 py-5 sm:px-6">
        <Brand />
      </div>
      <div class="mx-auto grid max-w-6xl items-center gap-12 px-4 pt-10 pb-20 sm:px-6 lg:grid-cols-2 lg:pt-16 lg:pb-28">
        <div class="space-y-6">
          <h1 class="text-4xl font-semibold tracking-tight text-balance sm:text-5xl">
            Your digital twin, answering wherever people are.
          </h1>
          <p class="max-w-prose text-lg text-hero-lead">
            It answers strangers from your own words, shows where they come
            from, and says so when it does not know.
          </p>
          {canSignUp && !isSignedIn && (
            <>
              <AddressForm form={form} isLarge />
              <details open={form?.action === "write"}>
                <summary class="w-fit cursor-pointer text-sm underline">
                  Or write three sentences
                </summary>
                <div class="mt-3 rounded-2xl bg-raised p-5 text-ink">
                  <WriteForm form={form} />
                </div>
              </details>
            </>
          )}
          <p class="flex flex-wrap gap-3">
            {isSignedIn
              ? <a class={MAIN} href="/dashboard">Open your dashboard</a>
              : (
                <>
                  {canSignUp && (
                    <a class={MAIN} href="/signup">Make your twin</a>
                  )}
                  <a class={canSignUp ? SECOND : MAIN} href="/login">Log in</a>
                </>
              )}
          </p>
        </div>
        <Example />
      </div>
    </header>
    <main class="mx-auto max-w-6xl space-y-20 px-4 py-16 sm:px-6 sm:py-20">
      <section aria-labelledby="steps" class="space-y-6">
        <h2 id="steps" class="text-2xl font-semibold">In five minutes</h2>
        <ol class="grid gap-4 md:grid-cols-3">
          {STEPS.map(([title, text], i) => (
            <li
              key={title}
              class="rounded-xl border border-line bg-raised p-6 shadow-xs"
            >
              <span
                aria-hidden="true"
                class="mb-4 grid size-8 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
              >
                {i + 1}
              </span>
              <h3 class="mb-1.5 font-semibold">{title}</h3>
              <p class="text-sm text-muted">{text}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="parts" class="space-y-6">
        <h2 id="parts" class="text-2xl font-semibold">What is in it</h2>
        <ul class="grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
          {PARTS.map(([Icon, title, text]) => (
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
      <section
        aria-labelledby="embed"
        class="grid items-center gap-8 lg:grid-cols-2"
      >
        <div class="space-y-3">
          <h2
            id="embed"
            class="flex items-center gap-3 text-2xl font-semibold"
          >
            <Globe size={24} strokeWidth={1.75} class="text-accent" />
            On your own site
          </h2>
          <p class="max-w-prose text-muted">
            One line, on any page: WordPress, a shop, a page written by hand.
            The key in it works on the domains you name and nowhere else.
          </p>
        </div>
        <CodeBlock code={snippet} label="The code to embed" />
      </section>
    </main>
    <footer class="border-t border-line">
      <p class="mx-auto flex max-w-6xl flex-wrap gap-x-6 gap-y-2 px-4 py-8 text-sm text-muted sm:px-6">
        <span>Twincast</span>
        <a class="underline" href="/openapi.json">API reference (OpenAPI)</a>
        <a class="underline" href="/login">Log in</a>
      </p>
    </footer>
  </>
));
