import type { WrittenPreview } from "../../lib/views/content.ts";
import { Notice } from "../ui/Notice.tsx";
import { LeftOut } from "./LeftOut.tsx";

type Props = { preview: WrittenPreview; twin_id: string };

/** What a written text becomes, above the button that saves it. */
export function WrittenPreviewNotice({ preview, twin_id }: Props) {
  const { passages, room, left_out, duplicate_of } = preview;
  const is_plain = !duplicate_of && left_out.length === 0 && passages <= room;
  return (
    <Notice look={is_plain ? "good" : "warn"}>
      <div class="space-y-2">
        <p>
          Nothing is saved yet. This becomes one item of {passages}{" "}
          {passages === 1 ? "passage" : "passages"} that an answer may quote.
        </p>
        {passages > room && <p>Your twin has room for {room} more passages.</p>}
        {duplicate_of && (
          <p>
            You have{" "}
            <a
              class="underline"
              href={`/dashboard/content/${duplicate_of}?twin=${twin_id}`}
            >
              the same text
            </a>{" "}
            already. If you save this too, you have it twice.
          </p>
        )}
        <LeftOut left_out={left_out} />
      </div>
      <input type="hidden" name="looked" value="yes" />
    </Notice>
  );
}
