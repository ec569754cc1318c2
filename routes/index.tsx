import { Head } from "fresh/runtime";
import { Places, Promises } from "../components/entry/LandingParts.tsx";
import { ShownTwin } from "../components/entry/ShownTwin.tsx";
import { AddressForm, WriteForm } from "../components/trial/TrialForms.tsx";
import { Brand } from "../components/ui/Brand.tsx";
import { buttonLook } from "../components/ui/Button.tsx";
import Chat from "../islands/Chat.tsx";
import { chatWords, ENGLISH } from "../lib/embed/words/words.ts";
import { type LandingData, landingPage } from "../lib/pages/landing.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler(landingPage());

const MAIN = `${buttonLook({ look: "hero" })} min-h-12 px-6 text-base`;
const SECOND =
  "inline-flex min-h-10 items-center rounded-lg px-4 text-sm font-medium text-white transition hover:bg-white/10";

export default page(({ data }) => (
  <>
    <Head>
      <title>Twincast: every visitor gets an answer, in your words</title>
      <meta
        name="description"
        content="Paste your website’s address and talk to a twin made of it, in seconds. It answers your visitors in your own words, on its own page and in a corner of your site."
      />
    </Head>
    <header class="hero-gradient on-dark text-white">
      <div class="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-3 px-4 py-5 sm:px-6">
        <Brand />
        <nav aria-label="Account" class="flex flex-wrap gap-1">
          <EntryLinks {...data} />
        </nav>
      </div>
      <div
        class={`mx-auto grid max-w-6xl items-center gap-12 px-4 pt-8 pb-20 sm:px-6 lg:pt-14 lg:pb-28 ${
          data.shown ? "lg:grid-cols-[1.1fr_1fr]" : ""
        }`}
      >
        <Offer {...data} />
        {data.shown && <ExampleTwin {...data.shown} {...data} />}
      </div>
    </header>
    <main class="mx-auto max-w-6xl space-y-20 px-4 py-16 sm:px-6 sm:py-20">
      <Places />
      <Promises />
    </main>
    <footer class="border-t border-line">
      <p class="mx-auto flex max-w-6xl flex-wrap gap-x-6 gap-y-2 px-4 py-8 text-sm text-muted sm:px-6">
        <span>Twincast</span>
        <a class="underline" href="/docs">API reference</a>
        <a class="underline" href="/login">Log in</a>
      </p>
    </footer>
  </>
));

/** The hero with its one field. */
function Offer({ form, is_signed_in, can_sign_up, shown }: LandingData) {
  const canTry = can_sign_up && !is_signed_in;
  return (
    <div
      class={`min-w-0 space-y-6 ${
        shown ? "" : "mx-auto w-full max-w-3xl sm:text-center"
      }`}
    >
      <h1 class="text-4xl font-semibold tracking-tight text-balance sm:text-5xl">
        Every visitor gets an answer. In your words.
      </h1>
      <p class={`max-w-prose text-lg text-hero-lead ${shown ? "" : "mx-auto"}`}>
        People ask what you charge, when you teach, how you work. Your twin
        answers them day and night from what you have written, and tells them
        when it does not know.
      </p>
      {canTry && (
        <div class="space-y-4">
          <AddressForm form={form} isLarge />
          <p class="text-sm text-hero-lead">
            Talk to it in seconds. No account, nothing public.
          </p>
          <details open={form?.action === "write"}>
            <summary
              class={`w-fit cursor-pointer text-sm font-medium underline ${
                shown ? "" : "sm:mx-auto"
              }`}
            >
              No website? Write three sentences
            </summary>
            <div class="mt-3 rounded-2xl bg-raised p-5 text-start text-ink shadow-lg">
              <WriteForm form={form} />
            </div>
          </details>
        </div>
      )}
      {is_signed_in && (
        <p>
          <a class={MAIN} href="/dashboard">Open your dashboard</a>
        </p>
      )}
    </div>
  );
}

function EntryLinks({ is_signed_in, can_sign_up }: LandingData) {
  if (is_signed_in) {
    return <a class={SECOND} href="/dashboard">Dashboard</a>;
  }
  return (
    <>
      {can_sign_up && <a class={SECOND} href="/signup">Make your twin</a>}
      <a class={SECOND} href="/login">Log in</a>
    </>
  );
}

function ExampleTwin(
  { twin, path, nonce, chat }:
    & NonNullable<LandingData["shown"]>
    & Pick<LandingData, "nonce" | "chat">,
) {
  return (
    <div class="min-w-0 space-y-3">
      <ShownTwin twin={twin} nonce={nonce}>
        <Chat
          twin={twin}
          words={chatWords(ENGLISH)}
          chat={{ url: `/public/chat/${path}` }}
          session={{ url: "/public/session" }}
          leads={null}
          ratings={null}
          retention_days={90}
          start_path="/"
          history={chat?.said ?? []}
          session_id={chat?.session_id ?? ""}
        />
      </ShownTwin>
      <p class="text-center text-sm text-hero-lead">
        Go on, ask {twin.name}’s twin. It is live.
      </p>
    </div>
  );
}
