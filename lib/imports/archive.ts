import type { Message } from "../isolated/message.ts";
import {
  type ArchivedItem,
  contentArchive,
} from "../schemas/content_import.ts";
import { partsOf, partTitle } from "./parts.ts";
import { inLines, refusalMessage } from "./reading_message.ts";

/** The items of an export file, oldest first, one per line, longer texts in parts; or why it is not one. */
export function archiveMessage(bytes: Uint8Array): Message {
  try {
    const { items } = contentArchive.parse(
      JSON.parse(new TextDecoder().decode(bytes)),
    );
    const lines = inLines(items.toReversed().flatMap(itemsOf));
    return { data: {}, bytes: lines };
  } catch {
    return refusalMessage({
      refusal:
        "This file of exported content is incomplete. Export it again on the Content page.",
    });
  }
}

function itemsOf(item: ArchivedItem): ArchivedItem[] {
  const bodies = partsOf(item.body);
  const of = bodies.length;
  if (of === 1) return [item];
  return bodies.map((body, i) => ({
    ...{ ...item, body },
    title: partTitle(item.title, { n: i + 1, of }),
  }));
}
