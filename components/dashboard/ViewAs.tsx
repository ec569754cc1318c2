import type { PreviewAs } from "../../lib/views/preview_as.ts";
import type { ContentChannel } from "../../lib/schemas/content.ts";
import { Button } from "../ui/Button.tsx";
import { Select } from "../ui/Select.tsx";

type Props = {
  twin_id: string;
  preview_as: PreviewAs;
  channels: ContentChannel[];
};

/** Chooses the channel of the preview's visitor: content may be for some channels only. */
export function ViewAs({ twin_id, preview_as, channels }: Props) {
  return (
    <form action="#try" class="flex flex-wrap items-end gap-3">
      <input type="hidden" name="twin" value={twin_id} />
      <input type="hidden" name="as" value="public" />
      <div class="min-w-0 max-w-xs flex-1">
        <Select
          label="A visitor"
          name="channel"
          value={preview_as.channel ?? "preview"}
          options={channels.map(({ id, name }) => [id, name])}
        />
      </div>
      <Button look="plain">Look</Button>
    </form>
  );
}
