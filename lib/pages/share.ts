import { z } from "zod";
import { checkForLeaks } from "../chat/leak_check.ts";
import { DIRECT, ELSEWHERE } from "../schemas/figures.ts";
import type { LeakReportView } from "../schemas/leak_check.ts";
import { listFigures, totalOf } from "../figures/figures.ts";
import { countOpens } from "../figures/opens.ts";
import { OVERVIEW_DAYS } from "../figures/overview.ts";
import { updateTwinInput } from "../schemas/twin.ts";
import { updateTwin } from "../twins/twins.ts";
import type { MemberCall } from "./access.ts";
import type { TwinFrame } from "../views/frame.ts";
import {
  getShareLink,
  pageUrl,
  regenerateShareLink,
  setSharing,
  wasShared,
} from "../sharing/share_links.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";

/** The data of the Share Links page. */
export async function loadShare(
  { app, actor }: MemberCall,
  { twin }: TwinFrame,
) {
  const now = app.clock.now();
  const [link, figures, opens] = await Promise.all([
    getShareLink(app, actor, twin.id),
    listFigures(app.kv, twin.id, OVERVIEW_DAYS, now),
    countOpens(app.kv, twin.id, now),
  ]);
  const by_link = figures.filter(({ channel }) => channel === "link");
  const page_url = pageUrl(app, twin.handle, link);
  return {
    ...{ link, page_url },
    by_link: {
      opens: sumOf(opens),
      from: sourcesOf(opens),
      visitors: totalOf(by_link, "visitors"),
      messages: totalOf(by_link, "messages"),
      emails: totalOf(by_link, "emails"),
    },
  };
}

/** Sites listed by name; the rest is one number. */
const NAMED = 5;

type Opened = Awaited<ReturnType<typeof countOpens>>;

function sumOf(opens: Opened): number {
  return opens.reduce((sum, { count }) => sum + count, 0);
}

/** The sites from which a page was opened most, in words, and all the rest. */
function sourcesOf(opens: Opened): [string, number][] {
  const direct = opens.filter(({ site }) => site === DIRECT);
  const named = opens.filter(({ site }) => ![DIRECT, ELSEWHERE].includes(site))
    .slice(0, NAMED);
  const all: [string, number][] = [
    ...named.map(({ site, count }): [string, number] => [site, count]),
    ["an app, or typed in", sumOf(direct)],
    ["other sites", sumOf(opens) - sumOf(named) - sumOf(direct)],
  ];
  return all.filter(([, n]) => n > 0);
}

/** The form that claims or changes a twin's handle. */
export function handleAction(twin_id: string): Action<never> {
  return action({
    schema: updateTwinInput.pick({ handle: true, is_searchable: true }),
    fields: ({ handle, is_searchable }) => ({
      handle,
      is_searchable: is_searchable === "on",
    }),
    async run(page, input) {
      const { handle } = await updateTwin(page.app, page.owner, twin_id, input);
      return redirectWithFlash(page, `Your page is at /@${handle}.`);
    },
  });
}

/** Every form of the Share Links page, by its `action`. */
export function shareActions(
  twin_id: string,
): Record<string, Action<LeakReportView>> {
  return {
    /** Before the first time, a leak check runs; any leak is shown first. */
    share: action({
      schema: z.object({ checked: z.string().optional() }),
      async run(page, { checked }) {
        const { app, owner } = page;
        let words = "";
        if (checked !== "yes" && !await wasShared(app, twin_id)) {
          const report = await checkForLeaks(app, owner, twin_id);
          if (report.leaks.length > 0) return report;
          words = wordsOf(report);
        }
        await setSharing(app, owner, twin_id, true);
        return redirectWithFlash(
          page,
          `Your twin is public: anyone with the link can talk to it.${words}`,
        );
      },
    }),
    handle: handleAction(twin_id),
    check_for_leaks: action({
      schema: z.object({}),
      run: ({ app, owner }) => checkForLeaks(app, owner, twin_id),
    }),
    unshare: action({
      schema: z.object({}),
      async run(page) {
        await setSharing(page.app, page.owner, twin_id, false);
        return redirectWithFlash(
          page,
          "Sharing is off. The link does not work until you turn it on again.",
          { undo: { fields: { action: "share" } } },
        );
      },
    }),
    regenerate: action({
      schema: z.object({}),
      async run(page) {
        await regenerateShareLink(page.app, page.owner, twin_id);
        return redirectWithFlash(
          page,
          "Here is the new link. The old one no longer works.",
        );
      },
    }),
  };
}

function wordsOf({ private_items, questions }: LeakReportView): string {
  if (private_items === 0) return "";
  const items = private_items === 1
    ? "your private item"
    : `${private_items} private items`;
  return ` Leak check: ${questions} questions about ${items}, and nothing private came back.`;
}
