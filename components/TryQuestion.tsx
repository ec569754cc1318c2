import type { TriedQuestion } from "../lib/http/item_page.ts";
import { Button } from "./ui/Button.tsx";
import { Field } from "./ui/Field.tsx";

type Props = { twin_id: string; tried: TriedQuestion | null };

/** Asks the content a question and shows what it rests on. Changes nothing, so it asks by GET. */
export function TryQuestion({ twin_id, tried }: Props) {
  return (
    <div class="space-y-4">
      <form class="flex flex-wrap items-end gap-3">
        <input type="hidden" name="twin" value={twin_id} />
        <div class="min-w-0 flex-1 basis-64">
          <Field
            label="A question people may ask"
            name="ask"
            required
            maxLength={300}
            dir="auto"
            value={tried?.question}
          />
        </div>
        <Button look="plain">Try it</Button>
      </form>
      {tried && (
        <div role="status" class="space-y-2 text-sm">
          <p dir="auto" class="rounded-lg bg-hover px-4 py-3 wrap-anywhere">
            {tried.answer.answer}
          </p>
          <p class="text-muted">
            {!tried.answer.grounded
              ? "Nothing in your content answers this."
              : tried.isFromHere
              ? "It rests on this item."
              : (
                <>
                  It rests on another item:{" "}
                  <bdi>{tried.answer.citations[0]?.title}</bdi>
                </>
              )}
          </p>
        </div>
      )}
    </div>
  );
}
