import type { TriedQuestion } from "../../lib/views/tried_question.ts";
import type { ContentView } from "../../lib/schemas/content.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";

type Props = { item: ContentView; tried: TriedQuestion | null };

const VIEWERS = [["owner", "you"], ["public", "a visitor"]] as const;

/** Asks the content a question and shows the answer's sources. Changes nothing, so it uses GET. */
export function TryQuestion({ item, tried }: Props) {
  return (
    <div class="space-y-4">
      <form action="#try" class="flex flex-wrap items-end gap-3">
        <input type="hidden" name="twin" value={item.twin_id} />
        <div class="min-w-0 flex-1 basis-64">
          <Field
            label="A question people might ask"
            name="ask"
            required
            maxLength={300}
            dir="auto"
            value={tried?.question}
          />
        </div>
        <Select
          label="Answer as"
          name="as"
          options={VIEWERS}
          value={tried?.preview_as.as ?? "owner"}
        />
        <Button look="plain">Try it</Button>
      </form>
      {tried && (
        <div role="status" class="space-y-2 text-sm">
          <p
            dir="auto"
            class="rounded-lg bg-hover px-4 py-3 wrap-anywhere whitespace-pre-line"
          >
            {tried.answer.answer}
          </p>
          <p class="text-muted">
            <Verdict item={item} tried={tried} />
          </p>
          {!tried.answer.is_small_talk && <Candidates tried={tried} />}
        </div>
      )}
    </div>
  );
}

/** The best matching items, with how likely each answers. */
function Candidates({ tried: { answer } }: { tried: TriedQuestion }) {
  if (answer.candidates.length === 0) return null;
  return (
    <div class="space-y-1">
      <p class="font-medium">Best matches</p>
      <ol class="space-y-1">
        {answer.candidates.map(({ content_id, title, likelihood }) => (
          <li key={content_id} class="flex flex-wrap items-center gap-x-3">
            <bdi class="min-w-0 flex-1 basis-40 wrap-anywhere">{title}</bdi>
            <meter
              class="w-24"
              min={0}
              max={1}
              value={likelihood}
              aria-label={`How likely "${title}" answers it`}
            />
            <span class="w-10 text-end text-muted tabular-nums">
              {Math.round(100 * likelihood)} %
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Says which item an answer comes from. */
function Verdict({ item, tried }: { item: ContentView; tried: TriedQuestion }) {
  const { answer, preview_as: { as }, isFromHere } = tried;
  if (isFromHere) return <>The answer comes from this item.</>;
  const hidden = as === "public" && item.visibility === "private"
    ? " This item is private: it is never used to answer visitors."
    : "";
  if (answer.is_small_talk) return <>Small talk, which needs no content.</>;
  if (answer.confidence === "near") {
    return (
      <>
        It is not sure, and offers the closest match:{" "}
        <bdi>{answer.citations[0]?.title}</bdi>.{hidden}
      </>
    );
  }
  if (!answer.grounded) {
    return (
      <>
        {as === "public"
          ? "Nothing in your public content answers this."
          : "Nothing in your content answers this."}
        {hidden}
      </>
    );
  }
  return (
    <>
      The answer comes from something else:{" "}
      <bdi>{answer.citations[0]?.title}</bdi>.
      {hidden}
    </>
  );
}
