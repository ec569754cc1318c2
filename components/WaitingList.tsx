import type { LeadView } from "../lib/schemas/chat.ts";
import { Time } from "./ui/Time.tsx";

type Props = {
  leads: LeadView[];
  /** The conversations there still are. */
  kept: string[];
  twin_id: string;
  is_owner: boolean;
  now: number;
};

/** Visitors who left an e-mail, with the question they want to hear about. */
export function WaitingList({ leads, kept, twin_id, is_owner, now }: Props) {
  return (
    <ul class="divide-y divide-line">
      {leads.map((lead) => (
        <li key={lead.id} class="space-y-1 py-3 text-sm">
          <p class="flex flex-wrap gap-x-4">
            <a
              class="min-w-0 break-all font-medium text-accent underline"
              href={mailTo(lead.email)}
            >
              {lead.email}
            </a>
            <span class="text-muted">
              <Time at={lead.created_at} now={now} />
            </span>
          </p>
          <p dir="auto" class="wrap-anywhere">{lead.question}</p>
          {lead.message && (
            <p dir="auto" class="wrap-anywhere text-muted">{lead.message}</p>
          )}
          <p class="flex flex-wrap gap-x-4">
            {is_owner && lead.question && (
              <a
                class="text-accent underline"
                href={answerPath(twin_id, lead.question)}
              >
                Answer this now
              </a>
            )}
            {kept.includes(lead.conversation_id) && (
              <a
                class="text-accent underline"
                href={`/dashboard/conversations/${lead.conversation_id}?twin=${twin_id}`}
              >
                Read the conversation
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Where an owner writes what answers a question; `answers` is the id of the one on the list of the unanswered. */
export function answerPath(
  twin_id: string,
  question: string,
  answers?: string,
): string {
  const query = {
    twin: twin_id,
    question: question.slice(0, 200),
    ...(answers ? { answers } : {}),
  };
  return `/dashboard/content?${new URLSearchParams(query)}`;
}

/** The at sign stays as it is; what stands around it may hold characters that mean something in an address. */
function mailTo(email: string): string {
  return `mailto:${email.split("@").map(encodeURIComponent).join("@")}`;
}
