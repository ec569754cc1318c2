import { Field } from "../ui/Field.tsx";

type Props = {
  /** The current colour, `#rrggbb`. */
  colour: string;
  /** A note on its visibility and contrast. */
  contrast: { isFine: boolean; words: string };
  /** Set once scripts run; until then only the picker works. */
  onType?: (text: string) => void;
};

/** The widget's colour, by a picker or as a hex code, with a note on its contrast. */
export function EmbedColour({ colour, contrast, onType }: Props) {
  return (
    <div class="space-y-2">
      <div class="flex items-end gap-3">
        <Field label="Colour" name="accent_color" type="color" value={colour} />
        {onType && (
          <input
            type="text"
            aria-label="Colour as a hex code, for example #4f46e5"
            aria-describedby="contrast"
            value={colour}
            maxLength={7}
            spellcheck={false}
            onInput={(event) => {
              event.stopPropagation();
              onType(event.currentTarget.value.trim());
            }}
            class="min-h-10 w-28 rounded-lg border border-control-line bg-raised px-3 font-mono text-base text-ink shadow-xs sm:text-sm"
          />
        )}
      </div>
      <p
        id="contrast"
        role="status"
        class={`text-xs ${
          contrast.isFine ? "text-muted" : "font-medium text-warn"
        }`}
      >
        {contrast.words}
      </p>
    </div>
  );
}
