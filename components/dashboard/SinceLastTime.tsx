import { Sparkles } from "lucide-preact";
import type { News } from "../../lib/schemas/overview.ts";
import { Time } from "../ui/Time.tsx";

type Props = { news: News; twin_id: string; now: number };

/** What happened since anyone of the team last looked, with links. */
export function SinceLastTime({ news, twin_id, now }: Props) {
  const { since, conversations, has_more, unsure, emails } = news;
  const parts = [
    [conversations, "conversation", "conversations", "all"],
    [unsure, "with an unsure answer", "with an unsure answer", "unanswered"],
    [emails, "e-mail to reply to", "e-mails to reply to", "emails"],
  ] as const;
  return (
    <section
      aria-label="Since you were last here"
      class="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-accent/25 bg-accent-soft px-4 py-3 text-sm"
    >
      <Sparkles size={18} class="shrink-0 text-accent" />
      <p class="font-medium">
        Since you were last here, <Time at={since} now={now} />:
      </p>
      <ul class="flex flex-wrap gap-x-4 gap-y-1">
        {parts.filter(([count]) => count > 0).map((
          [count, one, many, show],
        ) => (
          <li key={show}>
            <a
              class="text-accent underline"
              href={`/dashboard/conversations?twin=${twin_id}&show=${show}`}
            >
              {count}
              {show === "all" && has_more && "+"} {count === 1 ? one : many}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
