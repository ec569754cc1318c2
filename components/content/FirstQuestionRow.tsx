import type { FirstQuestion } from "../../lib/schemas/citation.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Markdown } from "../chat/Markdown.tsx";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";

type Props = {
  asked: FirstQuestion;
  place: number;
  twin_id: string;
  titles: ReadonlyMap<string, string>;
  can_edit: boolean;
  /** The refused form of this row. */
  form: FormState | null;
};

/** A question, what the twin says to it, and a place for the owner's own answer. */
export function FirstQuestionRow(
  { asked: { question, answer }, place, twin_id, titles, can_edit, form }:
    Props,
) {
  const { confidence } = answer;
  const [source = ""] = answer.quoted ?? [];
  const title = titles.get(source);
  return (
    <li data-row class="space-y-2 py-4">
      <p dir="auto" class="font-medium wrap-anywhere">{question}</p>
      {confidence !== "none" && (
        <div
          dir="auto"
          class="prose-chat line-clamp-4 text-sm text-muted wrap-anywhere"
        >
          <Markdown text={answer.answer} />
        </div>
      )}
      {title !== undefined && (
        <p class="text-sm text-muted">
          From{" "}
          <a
            class="text-accent underline wrap-anywhere"
            href={`/dashboard/content/${source}?twin=${twin_id}`}
          >
            <bdi>{title}</bdi>
          </a>
        </p>
      )}
      {can_edit && (
        <Disclosure
          title={confidence === "sure" ? "Answer it better" : "Answer it"}
          of={question}
          open={form !== null}
        >
          <form method="post" class="max-w-2xl space-y-3">
            <input type="hidden" name="question" value={question} />
            <Field
              label="Your answer"
              name="answer"
              scope={`first-${place}-`}
              multiline={3}
              required
              maxLength={8_000}
              dir="auto"
              error={form}
            />
            <Button name="action" value="answer" size="sm">
              Save the answer
            </Button>
          </form>
        </Disclosure>
      )}
    </li>
  );
}
