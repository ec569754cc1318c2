import { Head } from "fresh/runtime";
import { TwinPage } from "../components/chat/ChatPage.tsx";
import { EntryPage } from "../components/entry/EntryPage.tsx";
import { AddressForm, WriteForm } from "../components/trial/TrialForms.tsx";
import { buttonLook } from "../components/ui/Button.tsx";
import { Notice } from "../components/ui/Notice.tsx";
import Chat from "../islands/Chat.tsx";
import TrialProgress from "../islands/TrialProgress.tsx";
import { chatWords } from "../lib/embed/words/words.ts";
import {
  type TrialConversation,
  trialPage,
  type TrialPageData,
} from "../lib/pages/trial.ts";
import { handler, page } from "./$try.ts";

export const handlers = handler(trialPage());

export default page(({ data }) => {
  if (data.conversation) return <TrialChat {...data.conversation} />;
  return data.view.status === "reading"
    ? <Reading {...data} />
    : <Failed {...data} />;
});

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

function Reading({ url, view }: TrialPageData) {
  const host = hostOf(url);
  return (
    <EntryPage title="Your twin is learning">
      <Head>
        <noscript>
          <meta http-equiv="refresh" content="2" />
        </noscript>
      </Head>
      <TrialProgress host={host} view={view} />
      <p class="mt-6 text-sm text-muted">
        Up to eight pages, in ten seconds at most. None of it is public.
      </p>
    </EntryPage>
  );
}

function Failed({ url, view, form }: TrialPageData) {
  return (
    <EntryPage title="That did not make a twin">
      <div class="space-y-6">
        <Notice look="warn">{view.problem}</Notice>
        <AddressForm form={form} url={url} />
        <section
          aria-labelledby="write"
          class="space-y-3 border-t border-line pt-6"
        >
          <h2 id="write" class="font-semibold">
            Or write three sentences
          </h2>
          <WriteForm form={form} look="plain" />
        </section>
      </div>
    </EntryPage>
  );
}

function TrialChat(
  { twin, words, nonce, chat, draft, problem }: TrialConversation,
) {
  return (
    <div class="trial-page">
      <aside
        aria-label="Keep this twin"
        class="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-b border-line bg-raised px-4 py-2.5 text-sm"
      >
        <p class="text-muted">
          Only you can see this twin. It disappears in 24 hours unless you keep
          it.
        </p>
        <a class={buttonLook({ size: "sm" })} href="/signup">Keep it</a>
        <a class="text-accent underline" href="/">Try another</a>
      </aside>
      <TwinPage
        twin={{ ...twin, page_theme: "soft", links: [] }}
        {...{ words, nonce }}
      >
        <Chat
          twin={twin}
          words={chatWords(words)}
          chat={{ url: "/trial/chat" }}
          session={{ url: "/public/session" }}
          leads={null}
          ratings={null}
          retention_days={1}
          history={chat?.said ?? []}
          session_id={chat?.session_id ?? ""}
          start_path="/try"
          draft={draft}
          problem={problem}
        />
      </TwinPage>
    </div>
  );
}
