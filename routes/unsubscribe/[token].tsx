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
  // Mail scanners open its links: opening one ends nothing.
  GET: publicPage((page) => {
    requireReader(page);
    return Promise.resolve({ data: { is_done: false } });
  }),
  // Answered without a redirect (RFC 8058, 3.1).
  POST: publicForm(async (page) => {
    await stopNotifications(page.app, requireReader(page));
    return { data: { is_done: true } };
  }),
});

export default page(({ data: { is_done } }) => (
  <EntryPage title={is_done ? "No more mail" : "Stop these e-mails?"}>
    {is_done
      ? (
        <Notice look="good">
          You will get no more e-mails about this team’s twins. You can change
          this under “My account”.
        </Notice>
      )
      : (
        <form method="post" class="space-y-4">
          <p class="text-sm text-muted">
            You will get no more e-mails about questions, weak answers and
            addresses that visitors left. Invitations and password links still
            arrive.
          </p>
          <Button class="w-full">Unsubscribe</Button>
        </form>
      )}
    <p class="mt-4 text-sm">
      <a class="text-accent underline" href="/dashboard/account">
        Choose your notifications
      </a>
    </p>
  </EntryPage>
));
