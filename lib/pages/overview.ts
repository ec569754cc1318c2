import { preview } from "../chat/ask.ts";
import { listChannels } from "../content/channels.ts";
import { DAY } from "../clock.ts";
import { describeSince } from "../conversations/since.ts";
import { describeTwin, OVERVIEW_DAYS } from "../figures/overview.ts";
import { OVERVIEW_RANGES, type OverviewRange } from "../schemas/overview.ts";
import type { TwinView } from "../schemas/twin.ts";
import { listTwinJobs } from "../twins/twin_jobs.ts";
import { requireTwin } from "../twins/twins.ts";
import type { FormChat } from "../views/form_chat.ts";
import type { MemberCall, MemberForm } from "./access.ts";
import { chatAction } from "./chat_form.ts";
import { noteVisit } from "./last_visit.ts";
import type { Action } from "./form.ts";
import { previewAsOf } from "./preview_as.ts";

/** How long a twin counts as new, in milliseconds: a month's chart of it would be nearly empty. */
const YOUNG_MS = 14 * DAY;

/** The period to look back over, in days: from the address, or to suit the twin's age. */
function rangeOf(
  { searchParams }: URL,
  created_at: string,
  now_ms: number,
): OverviewRange {
  const days = Number(searchParams.get("days"));
  return OVERVIEW_RANGES.find((range) => range === days) ??
    (now_ms - Date.parse(created_at) < YOUNG_MS ? 7 : OVERVIEW_DAYS);
}

/** The data of the Overview page, and whose view its preview takes. */
export async function loadOverview(
  page: MemberCall,
  twin: Pick<TwinView, "id" | "handle" | "created_at">,
) {
  const { app, actor, url } = page;
  const since_ms = noteVisit(page);
  const days = rangeOf(url, twin.created_at, app.clock.now());
  const [overview, channels, news] = await Promise.all([
    describeTwin(app, actor, twin, days),
    listChannels(app, actor, twin.id),
    since_ms === null ? null : describeSince(app, actor, twin.id, since_ms),
  ]);
  // A site's content arrives in the background.
  const jobs = overview.steps.has_enough
    ? []
    : (await listTwinJobs(app, actor, twin.id, { limit: 10 })).items;
  const reading = jobs.find(({ kind }) => kind === "source") ?? null;
  const preview_as = previewAsOf(url);
  const now = app.clock.now();
  return { overview, channels, news, now, reading, preview_as };
}

/** The preview chat for a browser without scripts. It changes nothing of the twin, so every member may use it. */
export function tryOut(twin_id: string): Action<FormChat, MemberForm> {
  return chatAction(twin_id, async ({ app, actor, url }, input) => {
    const twin = await requireTwin(app, actor, twin_id);
    return await preview(app, actor, twin, { ...previewAsOf(url), ...input });
  });
}
