import { Checklist } from "../../components/Checklist.tsx";
import { DashboardPage } from "../../components/DashboardPage.tsx";
import { Card } from "../../components/ui/Card.tsx";
import Chat from "../../islands/Chat.tsx";
import { type Frame, loadTwinFrame } from "../../lib/http/dashboard.ts";
import { memberPage } from "../../lib/http/page.ts";
import { describeTwin } from "../../lib/overview.ts";
import type { Overview } from "../../lib/schemas/overview.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { handler, page } from "./$index.ts";

type Data = { frame: Frame; twin: TwinView; overview: Overview };

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const frame = await loadTwinFrame(page);
    const overview = await describeTwin(page.app, page.actor, frame.twin.id);
    return { data: { frame, twin: frame.twin, overview } };
  }),
});

const COUNT = new Intl.NumberFormat("en");

export default page(({ data: { frame, twin, overview } }) => {
  const { steps, totals, share_url } = overview;
  const figures = [
    ["Questions", totals.messages],
    ["Visitors", totals.visitors],
    ["Not answered", totals.unanswered],
    ["E-mails left", totals.emails],
  ] as const;
  return (
    <DashboardPage
      frame={frame}
      title="Overview"
      lead={`How ${twin.name} is doing, and what to do next.`}
    >
      <Checklist steps={steps} twin_id={twin.id} />
      <dl class="grid grid-cols-2 gap-4 lg:grid-cols-4">
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
      {steps.is_shared && (
        <p class="text-sm">
          <a class="break-all text-accent underline" href={share_url}>
            Open your public page
          </a>
        </p>
      )}
      <Card title="Try your twin">
        <p class="mb-3 text-sm text-muted">
          Here it answers as for you: from private content too.
        </p>
        <div class="flex h-96 flex-col">
          <Chat
            twin={twin}
            chat={{ url: `/twins/${twin.id}/preview` }}
            session={null}
            leads={null}
            as="owner"
          />
        </div>
      </Card>
    </DashboardPage>
  );
});
