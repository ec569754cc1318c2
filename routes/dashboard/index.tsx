import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { Figures } from "../../components/dashboard/Figures.tsx";
import { SinceLastTime } from "../../components/dashboard/SinceLastTime.tsx";
import { ViewAs } from "../../components/dashboard/ViewAs.tsx";
import { Welcome } from "../../components/dashboard/Welcome.tsx";
import { Live } from "../../components/dashboard/Live.tsx";
import { isPlaced, Wizard } from "../../components/dashboard/Wizard.tsx";
import { buttonLook } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { TabLinks } from "../../components/ui/Tabs.tsx";
import Chat from "../../islands/Chat.tsx";
import CopyButton from "../../islands/CopyButton.tsx";
import JobState from "../../islands/JobState.tsx";
import { chatWords, ENGLISH } from "../../lib/embed/words/words.ts";
import { COUNTED_MAX } from "../../lib/figures/overview.ts";
import { READABLE } from "../../lib/imports/kinds.ts";
import { loadOverview, tryOut } from "../../lib/pages/overview.ts";
import { twinPage } from "../../lib/pages/page.ts";
import { OVERVIEW_RANGES } from "../../lib/schemas/overview.ts";
import type { ContentChannel } from "../../lib/schemas/content.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import type { TwinFrame } from "../../lib/views/frame.ts";
import type { FormState } from "../../lib/views/form.ts";
import type { FormChat } from "../../lib/views/form_chat.ts";
import type { PreviewAs } from "../../lib/views/preview_as.ts";
import { handler, page } from "./$index.ts";

export const handlers = handler(twinPage({
  load: (page, { twin }) => loadOverview(page, twin),
  member_actions: ({ twin }) => ({ "": tryOut(twin.id) }),
}));

const AS = [["owner", "As you"], ["public", "As a visitor"]] as const;

type Data =
  & Awaited<ReturnType<typeof loadOverview>>
  & { frame: TwinFrame; result: FormChat | null; form: FormState | null };

export default page(({ data }) => {
  const { frame, overview: { steps } } = data;
  return frame.can_edit && !(steps.has_enough && isPlaced(steps))
    ? <FirstSteps {...data} />
    : <Overview {...data} />;
});

/** What is missing until the twin can answer anywhere. */
function FirstSteps(
  { frame, overview, result, form, channels, reading }: Data,
) {
  const { twin, is_owner } = frame;
  const { steps } = overview;
  const is_reading = reading?.state === "queued" ||
    reading?.state === "running";
  return (
    <DashboardPage
      frame={frame}
      title="Overview"
      welcome={<Welcome twin={twin} steps={steps} />}
    >
      <div class="grid items-start gap-6 lg:grid-cols-2">
        <Wizard
          {...{ twin, steps, is_owner }}
          is_reading={is_reading}
          reading={reading && reading.state !== "done" && (
            <JobState
              job={reading}
              twin_id={twin.id}
              can_edit={false}
              of="your site"
              reloads
            />
          )}
          readable={READABLE}
        />
        <TryOut
          {...{ twin, channels, form }}
          preview_as={{ as: "public" }}
          chat={result}
          isVisitors
        />
      </div>
      {steps.was_asked && (
        <Figures
          overview={overview}
          twin_id={twin.id}
          counted_max={COUNTED_MAX}
          ranges={OVERVIEW_RANGES}
        />
      )}
    </DashboardPage>
  );
}

function Overview(
  { frame, overview, news, now, result, form, channels, preview_as }: Data,
) {
  const { twin, is_owner } = frame;
  const { steps, today, page_url } = overview;
  return (
    <DashboardPage
      frame={frame}
      title="Overview"
      lead={`How ${twin.name} is doing, and what to do next.`}
      action={steps.is_shared
        ? (
          <a class={buttonLook({ look: "hero" })} href={page_url}>
            Open your page
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
      figure={{
        value: today,
        label: today === 1 ? "question today" : "questions today",
      }}
    >
      {isPlaced(steps) && !steps.was_asked && (
        <Live
          {...{ twin, page_url }}
          is_shared={steps.is_shared}
          copy={<CopyButton text={page_url} label="Copy the link" />}
        />
      )}
      {news && <SinceLastTime {...{ news, now }} twin_id={twin.id} />}
      <Figures
        overview={overview}
        twin_id={twin.id}
        counted_max={COUNTED_MAX}
        ranges={OVERVIEW_RANGES}
      />
      <TryOut
        twin={twin}
        preview_as={preview_as}
        channels={channels}
        chat={result}
        form={form}
      />
    </DashboardPage>
  );
}

type TryOutProps = {
  twin: TwinView;
  preview_as: PreviewAs;
  channels: ContentChannel[];
  /** Messages sent without scripts. */
  chat: FormChat | null;
  form: FormState | null;
  /** The wizard always asks as a visitor. */
  isVisitors?: boolean;
};

function TryOut(
  { twin, preview_as, channels, chat, form, isVisitors }: TryOutProps,
) {
  return (
    <Card title={isVisitors ? "Ask it, as a visitor would" : "Try your twin"}>
      {!isVisitors && <AnswerAs {...{ twin, preview_as, channels }} />}

      <div id="try" class="of-twin flex h-[28rem] flex-col">
        <Chat
          key={`${preview_as.as} ${preview_as.channel}`}
          twin={twin}
          words={chatWords(ENGLISH)}
          chat={{ url: `/twins/${twin.id}/preview` }}
          session={null}
          leads={null}
          ratings={null}
          preview_as={preview_as}
          start_path={`?${pathOf(twin.id, preview_as)}#try`}
          history={chat?.said ?? []}
          session_id={chat?.session_id ?? ""}
          draft={form?.values.message}
          problem={form?.detail ?? undefined}
        />
      </div>
    </Card>
  );
}

/** The viewer it answers for. */
function AnswerAs(
  { twin, preview_as, channels }: Pick<
    TryOutProps,
    "twin" | "preview_as" | "channels"
  >,
) {
  return (
    <div class="mb-3 space-y-3">
      <TabLinks
        label="Answer as"
        links={AS.map(([id, label]) => ({
          href: `?twin=${twin.id}&as=${id}#try`,
          label,
          isCurrent: preview_as.as === id,
        }))}
      />
      <p class="text-sm text-muted">
        {preview_as.as === "owner"
          ? "Private content is used too."
          : "Only public content is used."}
      </p>
      {preview_as.as === "public" && (
        <ViewAs twin_id={twin.id} preview_as={preview_as} channels={channels} />
      )}
    </div>
  );
}

function pathOf(twin_id: string, { as, channel }: PreviewAs): string {
  return String(
    new URLSearchParams({ twin: twin_id, as, ...channel ? { channel } : {} }),
  );
}
