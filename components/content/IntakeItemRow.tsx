import type { IntakeItem } from "../../lib/schemas/intake.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Badge } from "../ui/Badge.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";
import { formatCount } from "../ui/numbers.ts";

type Props = { item: IntakeItem; twin_id: string; form: FormState | null };

/** What becomes an item, and its choices. */
export function IntakeItemRow({ item, twin_id, form }: Props) {
  const { kind, title, excerpt, characters, passages } = item;
  const key = `${item.source_id}-${item.n}`;
  const is_pair = kind === "pair";
  const more = characters - excerpt.length;
  // After a refusal: as it was sent.
  const sent = form && `title:${key}` in form.values ? form.values : null;
  return (
    <li class="space-y-3 py-4 first:pt-0 last:pb-0">
      <input type="hidden" name="shown" value={key} />
      <Field
        label={is_pair ? "Question" : "Title"}
        name={`title:${key}`}
        value={title}
        maxLength={200}
        dir="auto"
        error={form}
      />
      <div class="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
        <Choice
          name={`add:${key}`}
          is_on={sent ? `add:${key}` in sent : !item.is_skipped}
          label="Save it"
          of={title}
        />
        <Choice
          name={`public:${key}`}
          is_on={sent ? `public:${key}` in sent : item.visibility === "public"}
          label={item.channels ? "Public to some visitors" : "Public"}
          of={title}
        />
        <span class="text-muted">
          {is_pair ? "a question with its answer" : "a text"}, {formatCount(
            passages,
          )} {passages === 1 ? "passage" : "passages"}
        </span>
        <Duplicate of={item.duplicate_of} twin_id={twin_id} />
      </div>
      <Disclosure title={is_pair ? "Answer" : "Text"} of={title}>
        <p
          dir="auto"
          class="relative max-h-96 overflow-y-auto rounded-lg bg-hover px-4 py-3 text-sm wrap-anywhere whitespace-pre-line"
          tabIndex={0}
        >
          {excerpt}
          {more > 0 && ` … and ${formatCount(more)} more characters`}
        </p>
      </Disclosure>
    </li>
  );
}

function Duplicate({ of, twin_id }: { of: string | null; twin_id: string }) {
  if (of === null) return null;
  if (of === "here") {
    return <Badge look="warn">The same as above</Badge>;
  }
  return (
    <Badge look="warn">
      <a
        class="underline"
        href={`/dashboard/content/${of}?twin=${twin_id}`}
      >
        You already have this
      </a>
    </Badge>
  );
}

type ChoiceProps = { name: string; is_on: boolean; label: string; of: string };

function Choice({ name, is_on, label, of }: ChoiceProps) {
  return (
    <label class="flex min-h-8 items-center gap-2">
      <input type="checkbox" name={name} checked={is_on} class="size-4" />
      {label}
      <span class="sr-only">: {of}</span>
    </label>
  );
}
