import { tryQuestion } from "../chat/try_question.ts";
import type { ContentView } from "../schemas/content.ts";
import { previewAsOf } from "./preview_as.ts";
import { listVersions, readVersion } from "../content/drafts.ts";
import { isAppError } from "../errors.ts";
import type { VersionView } from "../schemas/content.ts";
import type { DifferencePart, ShownVersion } from "../views/content.ts";
import { difference } from "./difference.ts";
import type { MemberCall } from "./access.ts";
import type { TriedQuestion } from "../views/tried_question.ts";

/** The question in the page's address; null if none. */
export async function readTried(
  { app, actor, url }: MemberCall,
  item: ContentView,
  passages: string[],
): Promise<TriedQuestion | null> {
  const question = url.searchParams.get("ask")?.trim().slice(0, 300);
  if (!question) return null;
  const preview_as = previewAsOf(url);
  const { twin_id } = item;
  const answer = await tryQuestion(app, actor, {
    twin_id,
    question,
    ...preview_as,
  });
  const isFromHere = answer.citations.some(({ title, excerpt }) =>
    title === item.title &&
    passages.some((passage) => passage.includes(excerpt))
  );
  return { question, preview_as, answer, isFromHere };
}

/** An item's draft and earlier versions, as shown on its page. */
export async function readHistory(
  { app, actor, url }: MemberCall,
  item: ContentView,
): Promise<{
  changes: DifferencePart[] | null;
  versions: VersionView[];
  shown: ShownVersion | null;
}> {
  const { id: content_id, twin_id, draft, body } = item;
  const { items } = await listVersions(app, actor, twin_id, content_id);
  const n = Number(url.searchParams.get("version"));
  const version = n > 0
    ? await readVersion(app, actor, { twin_id, content_id, n })
      .catch((error) => {
        // Deleted since the page linking here was loaded.
        if (isAppError(error)) return null;
        throw error;
      })
    : null;
  return {
    changes: draft ? difference(body, draft.body) : null,
    versions: items,
    shown: version && { n, changes: difference(version.body, body) },
  };
}
