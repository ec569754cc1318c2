import { z } from "zod";
import { iso } from "../clock.ts";
import { updateContent } from "../content/content.ts";
import { deleteContent, restoreContent } from "../content/deletion.ts";
import {
  dismissFinding,
  listLatestFindings,
  restoreFinding,
} from "../findings/findings.ts";
import { parse } from "../http/body.ts";
import { listQuery } from "../schemas/common.ts";
import { visibility } from "../schemas/content.ts";
import { readSourceAgain } from "../sources/sources.ts";
import type { MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type EditorAction, editorAction } from "./form.ts";

const ofFinding = z.object({ finding_id: z.string().default("") });
const ofItem = z.object({ content_id: z.string().default("") });

/** A page of findings, and the titles of the items they concern. */
export async function loadFindings(
  { app, actor, url }: MemberCall,
  twin_id: string,
) {
  const cursor = url.searchParams.get("cursor") ?? "";
  const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
  const { findings, as_of_ms } = await listLatestFindings(
    app,
    actor,
    twin_id,
    query,
  );
  const titles = await app.content_lists.titlesOf(
    app.kv,
    twin_id,
    findings.items.flatMap((one) => one.content_ids),
  );
  return { findings, titles, cursor, as_of: as_of_ms && iso(as_of_ms) };
}

/** Every form of the findings page, by its `action`. */
export function findingActions(twin_id: string): Record<string, EditorAction> {
  return {
    dismiss: editorAction({
      schema: ofFinding,
      async run(page, { finding_id }) {
        await dismissFinding(page.app, page.editor, twin_id, finding_id);
        return redirectWithFlash(page, "Off the list.", {
          undo: { fields: { action: "restore", finding_id } },
        });
      },
    }),
    restore: editorAction({
      schema: ofFinding,
      async run(page, { finding_id }) {
        await restoreFinding(page.app, page.editor, twin_id, finding_id);
        return redirectWithFlash(page, "Back on the list.");
      },
    }),
    ...itemActions(twin_id),
    read: editorAction({
      schema: z.object({ source_id: z.string().default("") }),
      async run(page, { source_id }) {
        const { app, editor } = page;
        const { url } = await readSourceAgain(app, editor, twin_id, source_id);
        return redirectWithFlash(page, `${url} is being read.`);
      },
    }),
  };
}

/** Immediate actions on an item that a finding concerns. */
function itemActions(twin_id: string): Record<string, EditorAction> {
  return {
    visibility: editorAction({
      schema: ofItem.extend({ visibility }),
      async run(page, { content_id, visibility }) {
        const { title } = await updateContent(
          page.app,
          page.editor,
          twin_id,
          content_id,
          { visibility },
        );
        const other = visibility === "public" ? "private" : "public";
        return redirectWithFlash(page, `“${title}” is ${visibility} now.`, {
          undo: {
            fields: { action: "visibility", content_id, visibility: other },
          },
        });
      },
    }),
    remove: editorAction({
      schema: ofItem,
      async run(page, { content_id }) {
        await deleteContent(page.app, page.editor, twin_id, content_id);
        return redirectWithFlash(
          page,
          "Deleted. You can bring it back for 7 days.",
          {
            undo: { fields: { action: "bring_back", content_id } },
          },
        );
      },
    }),
    bring_back: editorAction({
      schema: ofItem,
      async run(page, { content_id }) {
        const { title } = await restoreContent(
          page.app,
          page.editor,
          twin_id,
          content_id,
        );
        return redirectWithFlash(page, `“${title}” is back.`);
      },
    }),
  };
}
