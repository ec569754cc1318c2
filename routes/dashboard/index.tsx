import { Checklist } from "../../components/dashboard/Checklist.tsx";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { TabLinks } from "../../components/ui/Tabs.tsx";
import { TimeChart } from "../../components/ui/TimeChart.tsx";
import Chat from "../../islands/Chat.tsx";
import { type Frame, loadTwinFrame } from "../../lib/pages/thrown.ts";
import {
  type MemberCall,
  memberForm,
  memberPage,
} from "../../lib/pages/thrown.ts";
import {
  chatByForm,
  type FormChat,
  NO_CHAT,
} from "../../lib/pages/chat_form.ts";
import { type PreviewAs, previewAsOf } from "../../lib/pages/preview_as.ts";
import { listChannels } from "../../lib/content/channels.ts";
import type { ContentChannel } from "../../lib/schemas/content.ts";
import { ViewAs } from "../../components/dashboard/ViewAs.tsx";
import { preview } from "../../lib/chat/ask.ts";
import { requireTwin } from "../../lib/twins/twins.ts";
import { COUNTED_MAX, describeTwin } from "../../lib/figures/overview.ts";
import type { Overview } from "../../lib/schemas/overview.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { handler, page } from "./$index.ts";

type Data = {
  frame: Frame;
  twin: TwinView;
  overview: Overview;
  chat: FormChat;
  /** Whose eyes the try-out answers for. */
  eyes: PreviewAs;
  channels: ContentChannel[];
};

async function load(page: MemberCall, chat: FormChat): Promise<Data> {
  const frame = await loadTwinFrame(page);
  const overview = await describeTwin(page.app, page.actor, frame.twin.id);
  const { app, actor, url } = page;
  const channels = await listChannels(app, actor, frame.twin.id);
  const eyes = previewAsOf(url);
  return { frame, twin: frame.twin, overview, chat, eyes, channels };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: await load(page, NO_CHAT),
  })),
  /** The try-out for a browser without scripts. It changes nothing of the twin, so viewers may use it. */
  POST: memberForm<Data>(async (page) => {
    const { app, actor, req, url, fields } = page;
    const twin_id = (await loadTwinFrame(page)).twin.id;
    const twin = await requireTwin(app, actor, twin_id);
    const chat = await chatByForm(app, fields, {
      twin_id,
      signal: req.signal,
      ask: (input) =>
        preview(app, actor, twin, { ...previewAsOf(url), ...input }),
    });
    return {
      data: await load(page, chat),
      status: chat.error?.status,
      headers: chat.error?.headers,
    };
  }),
});

const AS = [["owner", "As you"], ["public", "As a visitor"]] as const;

const COUNT = new Intl.NumberFormat("en");

function pathOf(twin_id: string, { as, channel }: PreviewAs): string {
  return String(
    new URLSearchParams({ twin: twin_id, as, ...channel ? { channel } : {} }),
  );
}

/** A number as it is said: beyond what is counted, that there are more. */
function count(n: number): string {
  return COUNT.format(n) + (n >= COUNTED_MAX ? "+" : "");
}

export default page(({ data }) => {
  const { frame, twin, overview, chat, eyes, channels } = data;
  const { as } = eyes;
  const is_owner = frame.me.user.role === "owner";
  const { steps, totals, counts, charts, refusals, share_url } = overview;
  const figures = [
    ["Questions", totals.messages],
    ["Visitors", totals.visitors],
    ["Answered for sure", totals.sure],
    ["Weak answers", totals.near],
    ["Not answered", totals.unanswered],
    ["E-mails left", totals.emails],
  ] as const;
  const has = [
    ["Public items", counts.public_items, "content"],
    ["Private items", counts.private_items, "content"],
    ["Keys in use", counts.live_keys, "api-keys"],
  ] as const;
  return (
    <DashboardPage
      frame={frame}
      title="Overview"
      lead={`How ${twin.name} is doing, and what to do next.`}
      action={steps.is_shared
        ? (
          <a class={buttonLook({ look: "hero" })} href={share_url}>
            Open your public page
          </a>
        )
        : (
          <a
            class={buttonLook({ look: "hero" })}
            href={`/dashboard/share?twin=${twin.id}`}
          >
            {is_owner ? "Share your twin" : "See the share link"}
          </a>
        )}
      figure={{ value: COUNT.format(totals.today), label: "questions today" }}
    >
      {is_owner && <Checklist steps={steps} twin_id={twin.id} />}
      <dl class="grid grid-cols-2 gap-4 lg:grid-cols-3 2xl:grid-cols-6">
        {figures.map(([label, value]) => (
          <div
            key={label}
            class="rounded-xl border border-line bg-raised p-4 shadow-xs"
          >
            <dt class="text-sm text-muted">{label}, 30 days</dt>
            <dd class="text-2xl font-semibold tabular-nums">
              {COUNT.format(value)}
            </dd>
          </div>
        ))}
      </dl>
      {steps.was_asked && (
        <div class="grid gap-4 xl:grid-cols-2">
          <Card title="Questions by day">
            <TimeChart
              label="Questions"
              days={charts.messages}
              series={charts.channels}
            />
          </Card>
          <Card title="Visitors by day">
            <TimeChart
              label="Visitors"
              days={charts.visitors}
              series={charts.channels}
            />
          </Card>
        </div>
      )}
      {totals.rated_up + totals.rated_down > 0 && (
        <p class="text-sm text-muted">
          Answers that visitors rated in 30 days:{" "}
          {COUNT.format(totals.rated_up)} good,{" "}
          <a
            class="text-accent underline"
            href={`/dashboard/conversations?twin=${twin.id}&show=rated_down`}
          >
            {COUNT.format(totals.rated_down)} not
          </a>
          .
        </p>
      )}
      {refusals.length > 0 && (
        <p class="text-sm text-muted">
          Turned away in 30 days: {refusals.map(({ label, count }) =>
            `${COUNT.format(count)} ${label}`
          )
            .join(", ")}.
        </p>
      )}
      <div class="flex flex-wrap items-baseline gap-x-6 gap-y-2 text-sm">
        {has.map(([label, value, path]) => (
          <a
            key={label}
            class="text-accent underline"
            href={`/dashboard/${path}?twin=${twin.id}`}
          >
            {label}: <span class="tabular-nums">{count(value)}</span>
          </a>
        ))}
      </div>
      <Card title="Try your twin">
        <div class="mb-3 space-y-3">
          <TabLinks
            label="Answer as"
            links={AS.map(([id, label]) => ({
              href: `?twin=${twin.id}&as=${id}#try`,
              label,
              isCurrent: as === id,
            }))}
          />
          <p class="text-sm text-muted">
            {as === "owner"
              ? "Private content is used too."
              : "Only public content is used."}
          </p>
          {as === "public" && (
            <ViewAs twin_id={twin.id} eyes={eyes} channels={channels} />
          )}
        </div>
        <div id="try" class="flex h-[28rem] flex-col">
          <Chat
            key={`${as} ${eyes.channel}`}
            twin={twin}
            chat={{ url: `/twins/${twin.id}/preview` }}
            session={null}
            leads={null}
            ratings={null}
            eyes={eyes}
            start_path={`?${pathOf(twin.id, eyes)}#try`}
            said={chat.said}
            session_id={chat.session_id}
            draft={chat.draft}
            problem={chat.error?.detail}
          />
        </div>
      </Card>
    </DashboardPage>
  );
});
