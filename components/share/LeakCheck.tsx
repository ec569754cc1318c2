import { ShieldAlert, ShieldCheck } from "lucide-preact";
import type { LeakReportView } from "../../lib/schemas/leak_check.ts";
import { ActionButton } from "../ui/ActionForm.tsx";

type Props = {
  twin_id: string;
  report: LeakReportView;
  /** Sharing waits for this check, and is turned on from here. */
  is_before_sharing: boolean;
};

/** What leaked when a visitor asked about private items. */
export function LeakCheck({ twin_id, report, is_before_sharing }: Props) {
  const { private_items, questions, leaks } = report;
  const Icon = leaks.length > 0 ? ShieldAlert : ShieldCheck;
  return (
    <div class="space-y-4">
      <p class="flex items-start gap-3">
        <Icon
          size={24}
          class={`mt-0.5 shrink-0 ${
            leaks.length > 0 ? "text-warn" : "text-good"
          }`}
        />
        <span>
          <b class="font-semibold">
            {leaks.length === 0
              ? "Nothing private came back."
              : `${
                leaks.length === 1 ? "One item" : `${leaks.length} items`
              } can be read elsewhere.`}
          </b>{" "}
          {questions} {questions === 1 ? "question" : "questions"} made of your
          {" "}
          {private_items === 1
            ? "private item"
            : `${private_items} newest private items`}{" "}
          were asked the way a visitor asks.
        </span>
      </p>
      {leaks.length > 0 && (
        <ul class="space-y-3 text-sm">
          {leaks.map((leak) => (
            <LeakRow key={leak.id} leak={leak} twin_id={twin_id} />
          ))}
        </ul>
      )}
      {is_before_sharing && (
        <ActionButton does="share" fields={{ checked: "yes" }}>
          Turn sharing on
        </ActionButton>
      )}
    </div>
  );
}

type RowProps = { leak: LeakReportView["leaks"][number]; twin_id: string };

function LeakRow({ leak, twin_id }: RowProps) {
  return (
    <li class="rounded-xl border border-line px-4 py-3">
      <p>
        Words from the private item{" "}
        <a
          dir="auto"
          class="text-accent underline wrap-anywhere"
          href={`/dashboard/content/${leak.id}?twin=${twin_id}`}
        >
          {leak.title}
        </a>{" "}
        stand in the public <b dir="auto">{leak.public_title}</b> too:
      </p>
      <blockquote
        dir="auto"
        class="mt-1 border-s-2 border-line ps-3 text-muted wrap-anywhere"
      >
        {leak.excerpt}
      </blockquote>
    </li>
  );
}
