import type { LeadView } from "../../lib/schemas/lead.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button, buttonLook } from "../ui/Button.tsx";
import { Time } from "../ui/Time.tsx";

type Props = {
  leads: LeadView[];
  /** The conversations that still exist. */
  kept: string[];
  twin_id: string;
  can_edit: boolean;
  can_mail: boolean;
  now: number;
};

/** Visitors who left an e-mail, with the question they want to hear about; waiting ones first, then answered ones. */
export function WaitingList(
  { leads, kept, twin_id, can_edit, can_mail, now }: Props,
) {
  return (
    <ul class="divide-y divide-line">
      {leads.map((lead) => (
        <li
          key={lead.id}
          class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm"
        >
          <div class="min-w-0 flex-1 basis-64 space-y-1">
            <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
              <a
                class="min-w-0 break-all font-medium text-accent underline"
                href={mailTo(lead)}
              >
                {lead.email}
              </a>
              <span class="text-xs text-muted">
                <Time at={lead.created_at} now={now} />
              </span>
              {lead.answered_at && (
                <Badge look="good">
                  Answered <Time at={lead.answered_at} now={now} />
                </Badge>
              )}
            </p>
            <p dir="auto" class="line-clamp-3 wrap-anywhere">{lead.question}</p>
            {lead.message && (
              <p dir="auto" class="line-clamp-3 wrap-anywhere text-muted">
                {lead.message}
              </p>
            )}
            {kept.includes(lead.conversation_id) && (
              <a
                class="inline-block text-xs text-muted underline"
                href={`/dashboard/conversations/${lead.conversation_id}?twin=${twin_id}`}
              >
                Read the conversation
              </a>
            )}
          </div>
          {can_edit && <LeadForm {...{ lead, twin_id, can_mail }} />}
        </li>
      ))}
    </ul>
  );
}

type LeadFormProps = { lead: LeadView; twin_id: string; can_mail: boolean };

/** What an owner can do with a lead. */
function LeadForm({ lead, twin_id, can_mail }: LeadFormProps) {
  const { id, email, answered_at, question } = lead;
  return (
    <form method="post" class="flex flex-wrap gap-2">
      <input type="hidden" name="lead_id" value={id} />
      {!answered_at && question && (
        <a
          class={buttonLook({ look: "plain", size: "sm" })}
          href={answerPath(twin_id, { lead: id, from: "emails" })}
        >
          {can_mail ? "Answer and send" : "Answer and open mail"}
        </a>
      )}
      <Button
        look="quiet"
        size="sm"
        name="action"
        value={answered_at ? "waiting" : "answered"}
        aria-label={answered_at
          ? `Put back: ${email}`
          : `Mark as answered: ${email}`}
      >
        {answered_at ? "Put back" : "Mark as answered"}
      </Button>
    </form>
  );
}

/** What an owner answers: a question, by its conversation and id, or a lead's. */
type Asked = { talk: string; message: string; from?: "talk" | "inbox" } | {
  lead: string;
  from: "emails";
};

/** The page where an owner answers a question. */
export function answerPath(twin_id: string, asked: Asked): string {
  const query = new URLSearchParams({ twin: twin_id, ...asked });
  return `/dashboard/conversations/answer?${query}`;
}

/**
 * Opens a message that quotes the question. The at sign of the address is kept; the rest is encoded, since it may
 * contain characters with a meaning in `mailto:` links.
 */
function mailTo({ email, question }: LeadView): string {
  const to = email.split("@").map(encodeURIComponent).join("@");
  if (!question) return `mailto:${to}`;
  const body = `You asked: “${question.slice(0, 500).toWellFormed()}”\r\n\r\n`;
  return `mailto:${to}?subject=Your%20question&body=${
    encodeURIComponent(body)
  }`;
}
