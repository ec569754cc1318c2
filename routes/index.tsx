import { Head } from "fresh/runtime";
import { Brand } from "../components/Brand.tsx";
import { page } from "./$index.ts";

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

export default page(() => (
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
      <p class="flex gap-3">
        <a
          class="rounded-lg bg-linear-to-br from-brand-600 to-purple-600 px-5 py-3 font-medium text-white"
          href="/signup"
        >
          Make your twin
        </a>
        <a
          class="rounded-lg border border-line px-5 py-3 font-medium"
          href="/login"
        >
          Log in
        </a>
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
