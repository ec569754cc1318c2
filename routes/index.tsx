import { Head } from "fresh/runtime";
import { Brand } from "../components/Brand.tsx";
import { getRequestActor } from "../lib/http/auth_guard.ts";
import { publicPage } from "../lib/http/page.ts";
import { handler, page } from "./$index.ts";

type Data = { isSignedIn: boolean; canSignUp: boolean };

export const handlers = handler({
  GET: publicPage<Data>(async ({ app, req }) => ({
    data: {
      isSignedIn: await getRequestActor(req) !== null,
      canSignUp: app.config.signup === "open",
    },
  })),
});

const MAIN =
  "rounded-lg bg-linear-to-br from-brand-600 to-purple-600 px-5 py-3 font-medium text-white shadow-sm transition hover:brightness-110";
const SECOND =
  "rounded-lg border border-line bg-raised px-5 py-3 font-medium transition hover:border-control-line";

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
    "See what people ask, and what your twin could not answer yet.",
  ],
];

export default page(({ data: { isSignedIn, canSignUp } }) => (
  <main class="mx-auto max-w-3xl space-y-12 px-4 py-16">
    <Head>
      <title>Twincast: your digital twin, wherever people are</title>
      <meta
        name="description"
        content="Publish a chat persona that answers from your own content, by link, widget or API."
      />
    </Head>
    <Brand />
    <header class="space-y-5">
      <h1 class="text-4xl font-semibold tracking-tight text-balance">
        Your digital twin, answering wherever people are.
      </h1>
      <p class="text-lg text-muted">
        It answers from your own words, shows where they come from, and says so
        when it does not know.
      </p>
      <p class="flex flex-wrap gap-3">
        {isSignedIn
          ? <a class={MAIN} href="/dashboard">Open your dashboard</a>
          : (
            <>
              {canSignUp && <a class={MAIN} href="/signup">Make your twin</a>}
              <a class={canSignUp ? SECOND : MAIN} href="/login">Log in</a>
            </>
          )}
      </p>
    </header>
    <ol class="grid gap-4 sm:grid-cols-3">
      {STEPS.map(([title, text]) => (
        <li class="rounded-xl border border-line bg-raised p-5">
          <h2 class="mb-2 font-semibold">{title}</h2>
          <p class="text-sm text-muted">{text}</p>
        </li>
      ))}
    </ol>
  </main>
));
