import { EntryPage } from "../../components/entry/EntryPage.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { notFound } from "../../lib/errors.ts";
import { stopNotifications } from "../../lib/notifications/choices.ts";
import { readUnsubscribe } from "../../lib/notifications/unsubscribe.ts";
import {
  type PageCall,
  publicForm,
  publicPage,
} from "../../lib/pages/access.ts";
import { handler, page } from "./$[token].ts";

function requireReader({ app, params }: PageCall) {
  const reader = readUnsubscribe(app, params.token);
  if (reader) return reader;
  throw notFound("link");
}

export const handlers = handler({
  // Programs that look through mail open its links: opening one ends nothing.
  GET: publicPage((page) => {
    requireReader(page);
    return Promise.resolve({ data: { is_done: false } });
  }),
  // Answered where it was sent, without a redirect (RFC 8058, 3.1).
  POST: publicForm(async (page) => {
    await stopNotifications(page.app, requireReader(page));
    return { data: { is_done: true } };
  }),
});

export default page(({ data: { is_done } }) => (
  <EntryPage title={is_done ? "No more mail" : "Get no more of these mails?"}>
    {is_done
      ? (
        <Notice look="good">
          You are told nothing more by mail of this team’s twins. On your page
          “My account” you can choose anew.
        </Notice>
      )
      : (
        <form method="post" class="space-y-4">
          <p class="text-sm text-muted">
            You are told nothing more by mail of questions, weak answers and
            e-mails that visitors left. Invitations and links for a new password
            still come.
          </p>
          <Button class="w-full">Unsubscribe</Button>
        </form>
      )}
    <p class="mt-4 text-sm">
      <a class="text-accent underline" href="/dashboard/account">
        Choose what you are told
      </a>
    </p>
  </EntryPage>
));
