import type { ComponentChildren } from "preact";
import type { Answering } from "../../lib/views/answering.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button, buttonLook } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type Props = {
  answering: Answering;
  /** The field for the answer. */
  editor: ComponentChildren;
  form: FormState | null;
};

/** Labels and content of the answer field. */
export function answerField(form: FormState | null, said: string | null) {
  return {
    name: "answer",
    label: said === null ? "Your answer" : "What your twin should say",
    value: form?.values.answer ?? said ?? "",
    rows: 8,
    hint: "Markdown. Your twin says it word for word.",
    problem: form?.issues.find(({ path }) => path === "answer")?.message,
  };
}

/** Where an owner answers a question, or replaces a wrong answer. */
export function AnswerForm({ answering, editor, form }: Props) {
  const { question, back, said } = answering;
  const emails = emailsOf(answering);
  const opens_mail = emails.size > 0 && !answering.can_mail;
  const is_reachable = emails.size > answering.unreachable.length;
  return (
    <form method="post" class="space-y-4">
      <Field
        label="Question"
        name="question"
        required
        maxLength={200}
        dir="auto"
        value={question}
        hint="Make it understandable on its own: name what “it” or “there” means."
        error={form}
      />
      {editor}
      <p class="text-sm text-muted">
        It becomes a public item of your content. Anyone who asks this, in these
        or similar words, gets this answer before anything else.
      </p>
      {answering.can_mail && is_reachable && (
        <label class="flex items-center gap-3 text-sm">
          <input
            type="checkbox"
            name="mail"
            value="yes"
            checked={!form || form.values.mail === "yes"}
            class="size-4 accent-accent"
          />
          Send the answer by e-mail to those who left their address
        </label>
      )}
      <div class="flex flex-wrap gap-3">
        <Button
          name="action"
          value="answer"
          data-mailto={opens_mail ? [...emails].join(",") : undefined}
        >
          {opens_mail
            ? "Save and open mail"
            : said === null
            ? "Save the answer"
            : "Save the correction"}
        </Button>
        <a class={buttonLook({ look: "quiet" })} href={back}>Cancel</a>
      </div>
    </form>
  );
}

function emailsOf({ row, email }: Answering): Set<string> {
  const emails = new Set(row?.leads.map((lead) => lead.email));
  if (email !== null) emails.add(email);
  return emails;
}

/** Who asked, in which words, and who is waiting for a reply. */
export function AskedBy({ answering }: { answering: Answering }) {
  const { row } = answering;
  const emails = emailsOf(answering);
  return (
    <>
      {row && (
        <p>
          {row.count === 1 ? "Asked once." : `Asked ${row.count} times.`}{" "}
          {row.count === 1
            ? "It leaves the list once you answer."
            : "They all leave the list once you answer."}
        </p>
      )}
      {row && row.ways.length > 0 && (
        <div>
          <h3 class="font-medium">Also asked as</h3>
          <ul class="mt-1 list-disc space-y-1 ps-5 text-muted">
            {row.ways.map((way) => (
              <li key={way}>
                <bdi class="line-clamp-3 wrap-anywhere">{way}</bdi>
              </li>
            ))}
          </ul>
        </div>
      )}
      {emails.size > 0 && (
        <div>
          <h3 class="font-medium">Wants a reply</h3>
          <ul class="mt-1 space-y-1 text-muted">
            {[...emails].map((email) => (
              <li key={email}>
                <span class="break-all">{email}</span>
                {answering.unreachable.includes(email) && (
                  <span class="block text-warn">
                    Mail to this address does not arrive.
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
