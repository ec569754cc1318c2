import { preview } from "../chat/ask.ts";
import { listChannels } from "../content/channels.ts";
import { describeTwin } from "../figures/overview.ts";
import type { TwinView } from "../schemas/twin.ts";
import { listTwinJobs } from "../twins/twin_jobs.ts";
import { requireTwin } from "../twins/twins.ts";
import type { FormChat } from "../views/form_chat.ts";
import type { MemberCall, MemberForm } from "./access.ts";
import { chatAction } from "./chat_form.ts";
import type { Action } from "./form.ts";
import { previewAsOf } from "./preview_as.ts";

/** What the page Overview shows of a twin, and for whom its try-out answers. */
export async function loadOverview(
  { app, actor, url }: MemberCall,
  twin: Pick<TwinView, "id" | "handle">,
) {
  const [overview, channels] = await Promise.all([
    describeTwin(app, actor, twin),
    listChannels(app, actor, twin.id),
  ]);
  // What a site gives its twin comes in the background.
  const jobs = overview.steps.has_enough
    ? []
    : (await listTwinJobs(app, actor, twin.id, { limit: 10 })).items;
  const reading = jobs.find(({ kind }) => kind === "source") ?? null;
  return { overview, channels, reading, preview_as: previewAsOf(url) };
}

/** The try-out for a browser without scripts. It changes nothing of the twin, so every member may use it. */
export function tryOut(twin_id: string): Action<FormChat, MemberForm> {
  return chatAction(twin_id, async ({ app, actor, url }, input) => {
    const twin = await requireTwin(app, actor, twin_id);
    return await preview(app, actor, twin, { ...previewAsOf(url), ...input });
  });
}
