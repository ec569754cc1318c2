import { type EmbedFields, PRESETS } from "../../lib/embed/look.ts";
import { Button } from "../ui/Button.tsx";

type Props = { onPick: (fields: Partial<EmbedFields>) => void };

/** Looks to start from, which can then be changed. */
export function EmbedPresets({ onPick }: Props) {
  return (
    <div role="group" aria-labelledby="presets" class="space-y-1.5">
      <p id="presets" class="text-sm font-medium">Begin with</p>
      <div class="flex flex-wrap gap-2">
        {PRESETS.map(({ name, fields }) => (
          <Button
            key={name}
            type="button"
            look="plain"
            size="sm"
            onClick={() => onPick(fields)}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}
