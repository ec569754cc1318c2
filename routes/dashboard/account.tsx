import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { formOf, FormProblem } from "../../components/ui/FormProblem.tsx";
import { Badge } from "../../components/ui/Badge.tsx";
import {
  NEW_PASSWORD,
  PasswordOwner,
} from "../../components/entry/PasswordFields.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Time } from "../../components/ui/Time.tsx";
import PasswordField from "../../islands/PasswordField.tsx";
import { NotificationsCard } from "../../components/team/NotificationsCard.tsx";
import { MailStopped } from "../../components/team/MailStopped.tsx";
import { browserName } from "../../lib/accounts/browser_name.ts";
import { listSessions } from "../../lib/accounts/sessions.ts";
import { getMailStops } from "../../lib/mail/stops.ts";
import { sendsMail } from "../../lib/mail/outbox.ts";
import { getNotifications } from "../../lib/notifications/choices.ts";
import { ACCOUNT_ACTIONS } from "../../lib/pages/account.ts";
import { dashboardPage } from "../../lib/pages/page.ts";
import type { FormState } from "../../lib/views/form.ts";
import { handler, page } from "./$account.ts";

export const handlers = handler(dashboardPage({
  async load({ app, actor }) {
    const sessions = await listSessions(app, actor.user_id);
    const stops = await getMailStops(app, [actor.email]);
    return {
      stop: stops.get(actor.email) ?? null,
      notifications: await getNotifications(app, actor),
      has_mail: sendsMail(app),
      sessions: sessions.map((session, i) => ({
        id: String(i),
        is_current: session.token_hash === actor.session_hash,
        name: browserName(session.user_agent),
        user_agent: session.user_agent,
        at: session.last_active_at,
      })),
      now: app.clock.now(),
    };
  },
  member_actions: () => ACCOUNT_ACTIONS,
}));

export default page(({ data }) => {
  const { frame, sessions, notifications, has_mail, stop, now, form } = data;
  const password_form = formOf(form, "password");
  return (
    <DashboardPage
      frame={frame}
      title="My account"
      note={`${frame.me.user.name}, ${frame.me.user.email}`}
      action={
        <ModalButton opens="new-password" look="hero">
          Change password
        </ModalButton>
      }
      figure={{
        value: sessions.length,
        label: sessions.length === 1
          ? "browser signed in"
          : "browsers signed in",
      }}
    >
      <FormProblem error={form} />
      <Modal
        id="new-password"
        title="Change password"
        open={password_form !== null}
      >
        <PasswordForm email={frame.me.user.email} form={password_form} />
      </Modal>
      <Sessions sessions={sessions} now={now} />
      <NotificationsCard notifications={notifications} has_mail={has_mail}>
        {stop && (
          <MailStopped
            user_id={frame.me.user.id}
            {...{ stop, now }}
            is_me
            can_resume
          />
        )}
      </NotificationsCard>
      <Card title="Delete my account" class="border-bad/30">
        <DeleteAccountForm form={formOf(form, "delete")} />
      </Card>
    </DashboardPage>
  );
});

type SessionsProps = {
  sessions: {
    id: string;
    is_current: boolean;
    name: string;
    user_agent: string;
    at: string;
  }[];
  now: number;
};

function Sessions({ sessions, now }: SessionsProps) {
  return (
    <Card title="Where you are signed in">
      <ul class="divide-y divide-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            class="flex flex-wrap gap-x-4 gap-y-1 py-3 text-sm"
          >
            <span
              class="min-w-0 flex-1 basis-40 truncate"
              title={session.user_agent}
            >
              {session.name}
            </span>
            {session.is_current && <Badge look="good">This one</Badge>}
            <span class="text-muted">
              <Time at={session.at} now={now} />
            </span>
          </li>
        ))}
      </ul>
      <form method="post" class="mt-4 flex flex-wrap gap-3">
        {sessions.length > 1 && (
          <Button look="plain" name="action" value="sign_out_others">
            Sign out everywhere else
          </Button>
        )}
        <Button look="plain" name="action" value="sign_out_everywhere">
          Sign out everywhere
        </Button>
      </form>
    </Card>
  );
}

type FormProps = { form: FormState | null };

/** Asks for the current password too, so that an open browser is not enough. */
function PasswordForm({ email, form }: FormProps & { email: string }) {
  return (
    <form method="post" class="space-y-4">
      <PasswordOwner email={email} />
      <PasswordField
        autofocus
        label="Current password"
        name="current_password"
        autocomplete="current-password"
        required
        error={form}
      />
      <PasswordField
        {...NEW_PASSWORD}
        label="New password"
        hint="At least 12 characters."
        error={form}
      />
      <Button name="action" value="password">Change password</Button>
    </form>
  );
}

/** What is deleted with the account, and the password field. */
function DeleteAccountForm({ form }: FormProps) {
  return (
    <form method="post" class="max-w-md space-y-4">
      <p class="text-sm text-muted">
        You are signed out everywhere, and nobody can bring the account back.
        Teams in which you are alone go with it: their twins, keys and links end
        at once, and what they held is deleted for good after seven days. In
        teams with others, what you made stays; a team that has no other owner
        needs one first.
      </p>
      <PasswordField
        label="Your password"
        name="current_password"
        scope="delete-"
        autocomplete="current-password"
        required
        error={form}
      />
      <Button look="danger" name="action" value="delete">
        Delete my account
      </Button>
    </form>
  );
}
