import type { TwinView } from "../../lib/schemas/twin.ts";
import { Button } from "../ui/Button.tsx";

type Props = { twin: TwinView; embeddings: string; is_owner: boolean };

/** What the embedding model may read; read-only for a viewer. */
export function MeaningForm({ twin, embeddings, is_owner }: Props) {
  return (
    <form method="post" action="#sound" class="max-w-xl space-y-4">
      <p class="text-sm text-muted">
        Questions in other words than yours are matched by meaning, with{" "}
        {embeddings}. It reads your public items.
      </p>
      <label class="flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          name="embeds_private"
          checked={twin.embeds_private}
          class="mt-0.5 size-4"
        />
        <span>
          <span class="font-medium">It may read private items too</span>
          <span class="block text-muted">
            They are still used only to answer you and your team. Their text is
            sent to the server that runs {embeddings}.
          </span>
        </span>
      </label>
      {is_owner && (
        <Button look="plain" name="action" value="set_meaning">
          Save the choice
        </Button>
      )}
    </form>
  );
}
