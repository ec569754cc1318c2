import { TwinPage } from "../../components/chat/ChatPage.tsx";
import { Toast } from "../../components/ui/Toast.tsx";
import Chat from "../../islands/Chat.tsx";
import { chatWords } from "../../lib/embed/words/words.ts";
import type { SharePageData } from "../../lib/pages/share_page.ts";

/** A shared twin's page, by its link and by its handle. */
export function SharePage(
  {
    data: { twin, words, nonce, retention_days, chat, ...page },
  }: { data: SharePageData },
) {
  const { path, url, is_searchable, draft, problem } = page;
  return (
    <TwinPage {...{ twin, words, nonce, url }} isSearchable={is_searchable}>
      {chat?.told && (
        <Toast look="good" dismiss={words.dismiss}>{chat.told}</Toast>
      )}
      <Chat
        twin={twin}
        words={chatWords(words)}
        chat={{ url: `/public/chat/${path}` }}
        session={{ url: "/public/session" }}
        leads={retention_days > 0 ? { url: `/public/leads/${path}` } : null}
        retention_days={retention_days}
        ratings={{ url: `/public/ratings/${path}` }}
        history={chat?.said ?? []}
        session_id={chat?.session_id ?? ""}
        draft={draft}
        problem={problem}
      />
    </TwinPage>
  );
}
