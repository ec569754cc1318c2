import type { MailStop } from "../../lib/schemas/mail.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  stop: MailStop;
  user_id: string;
  now: number;
  /** The reader is the member concerned. */
  is_me: boolean;
  /** The reader may resume it. */
  can_resume: boolean;
};

/** Says that no mail reaches a member, why, and how to resume it. */
export function MailStopped({ stop, user_id, now, is_me, can_resume }: Props) {
  const { reason, at, said } = stop;
  const to = is_me ? "you" : "this member";
  return (
    <Notice look="warn">
      <form method="post" class="space-y-2">
        <input type="hidden" name="user_id" value={user_id} />
        <p>
          We send {to} no mail any more. {reason === "bounce"
            ? "A message bounced"
            : `${is_me ? "You" : "They"} marked one of our messages as spam`}
          {" "}
          <Time at={at} now={now} />.
        </p>
        {said && (
          <p class="text-xs">
            <bdi>{said}</bdi>
          </p>
        )}
        {can_resume
          ? (
            <>
              <p>
                {reason === "bounce"
                  ? "Once the mailbox accepts mail again, say so here."
                  : "If you want our mail after all, say so here."}{" "}
                The mail provider may keep a list of its own: whoever runs this
                server then takes the address off that one too.
              </p>
              <Button look="plain" size="sm" name="action" value="resume_mail">
                Send mail there again
              </Button>
            </>
          )
          : reason === "complaint" && (
            <p>Only they can turn it back on, under My account.</p>
          )}
      </form>
    </Notice>
  );
}
