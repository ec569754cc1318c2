import type { ContentView } from "../../lib/schemas/content.ts";
import type { DifferencePart } from "../../lib/views/content.ts";
import { Button, buttonLook } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Difference } from "./Difference.tsx";

type Props = {
  item: ContentView;
  /** From the published text to the draft; null for an item never published. */
  changes: DifferencePart[] | null;
  /** The page where the draft can be edited. */
  edit_path: string;
};

/** The draft, and what publishing it would change. */
export function DraftCard({ item, changes, edit_path }: Props) {
  if (item.status === "published") return null;
  const { draft } = item;
  const has_new_title = draft && draft.title !== item.title;
  return (
    <Card
      title={draft
        ? "A draft waits beside the published item"
        : "This item is a draft"}
    >
      <div class="space-y-4">
        {!draft && (
          <p class="text-sm text-muted">
            It answers nobody until you publish it.
          </p>
        )}
        {has_new_title && (
          <p class="text-sm">
            New title: <bdi class="font-medium">{draft.title}</bdi>
          </p>
        )}
        {changes && (
          <Difference
            parts={changes}
            means={{
              added: "new in the draft",
              gone: "published, and left out of the draft",
            }}
          />
        )}
        <form method="post" class="flex flex-wrap gap-3">
          <Button name="action" value="publish">Publish it</Button>
          {draft && (
            <>
              <a class={buttonLook({ look: "plain" })} href={edit_path}>
                Change the draft
              </a>
              <Button look="quiet" name="action" value="discard_draft">
                Discard it
              </Button>
            </>
          )}
        </form>
      </div>
    </Card>
  );
}
