import type { ComponentChildren } from "preact";
import type { FormState } from "../../lib/views/form.ts";
import type { ContentChannel, ContentView } from "../../lib/schemas/content.ts";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";

type Props = {
  item?: ContentView;
  /** What a public item can be limited to. */
  channels: ContentChannel[];
  /** The field for its text. */
  editor: ComponentChildren;
  form: FormState | null;
};

const CHOICES = [
  [
    "private",
    "Private",
    "For you and your team. Never used to answer visitors.",
  ],
  [
    "public",
    "Public",
    "Used to answer visitors, who can see the passage an answer comes from.",
  ],
] as const;

const TEXT_HINT =
  "Markdown. Write it the way you would answer: short sentences, one point per paragraph.";
/** Page marks, as imported from a PDF. */
const PAGE_MARK = /<!-- page \d+ -->/;

/** Labels and content of the editor of an item's text. */
export function textField(form: FormState | null, item?: ContentView) {
  const value = form?.values.body ?? item?.body;
  const [mark] = PAGE_MARK.exec(value ?? "") ?? [];
  return {
    name: "body",
    label: "Text",
    value,
    rows: item ? 16 : 8,
    hint: mark
      ? `${TEXT_HINT} Marks such as ${mark} say where a page of its file begins, so that answers can name the page. Nobody is shown them, and you can move or delete them.`
      : TEXT_HINT,
    problem: form?.issues.find(({ path }) => path === "body")?.message,
  };
}

/** Who an item is for. */
export function VisibilityChoice({ chosen }: { chosen: string }) {
  return (
    <fieldset class="space-y-2">
      <legend class="text-sm font-medium">Who it is for</legend>
      {CHOICES.map(([value, label, words]) => (
        <label key={value} class="flex items-start gap-2 text-sm">
          <input
            type="radio"
            name="visibility"
            value={value}
            checked={chosen === value}
            class="mt-1 size-4"
          />
          <span>
            <span class="font-medium">{label}</span>
            <span class="block text-muted">{words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The channels a public item is for; all of them if none is chosen. */
function ChannelChoice(
  { channels, chosen }: { channels: ContentChannel[]; chosen: string[] },
) {
  const known = channels.filter(({ id }) => chosen.includes(id)).length;
  return (
    <Disclosure title="Only for some visitors" open={chosen.length > 0}>
      <fieldset class="space-y-2 text-sm">
        <legend class="text-xs text-muted">
          For a public item: whose questions it answers. Choose none to answer
          everyone’s.
        </legend>
        {channels.map(({ id, name }) => (
          <label key={id} class="flex items-center gap-2">
            <input
              type="checkbox"
              name="channels_list"
              value={id}
              checked={chosen.includes(id)}
              class="size-4 shrink-0"
            />
            <span dir="auto" class="min-w-0 wrap-anywhere">{name}</span>
          </label>
        ))}
        {chosen.length > known && (
          <p class="text-xs text-muted">
            It also names a key that is revoked or not listed here. Saving
            removes that key.
          </p>
        )}
      </fieldset>
    </Disclosure>
  );
}

/** The fields of a content item; the page adds the form and its buttons. */
export function ContentFields({ item, channels, editor, form }: Props) {
  const chosen = form?.values.visibility ?? item?.visibility ?? "private";
  return (
    <div class="space-y-4">
      <Field
        label="Title"
        name="title"
        required
        maxLength={200}
        value={item?.title}
        error={form}
      />
      {editor}
      <VisibilityChoice chosen={chosen} />
      <ChannelChoice
        channels={channels}
        chosen={form?.values.channels_list?.split(" ") ?? item?.channels ?? []}
      />
      <Field
        label="Where it is published (optional)"
        name="source_url"
        type="url"
        value={item?.source_url ?? ""}
        hint="An address that citations lead to."
        error={form}
      />
    </div>
  );
}
