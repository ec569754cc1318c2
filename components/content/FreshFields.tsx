import { Select } from "../ui/Select.tsx";

type Props = { every?: string; publish: boolean; scope: string };

const EVERY = [
  ["never", "Never automatically"],
  ["day", "Every day"],
  ["week", "Every week"],
  ["month", "Every month"],
] as const;

/** How often a source is read again, and what happens to changes found there. */
export function FreshFields({ every = "never", publish, scope }: Props) {
  return (
    <>
      <Select
        label="Read again"
        name="every"
        scope={scope}
        options={EVERY}
        value={every}
      />
      <label class="flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="publish"
          checked={publish}
          class="mt-1 size-4 shrink-0"
        />
        <span>
          <span class="font-medium">Publish changes automatically</span>
          <span class="block text-muted">
            Otherwise changes wait as a draft until you publish them.
          </span>
        </span>
      </label>
    </>
  );
}
