import { HeartPulse } from "lucide-preact";
import { FindingRow } from "../../../components/content/FindingRow.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { BackLink } from "../../../components/ui/BackLink.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import { Pages } from "../../../components/ui/Pages.tsx";
import { Time } from "../../../components/ui/Time.tsx";
import { findingActions, loadFindings } from "../../../lib/pages/findings.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { handler, page } from "./$health.ts";

export const handlers = handler(twinPage({
  load: (call, { twin }) => loadFindings(call, twin.id),
  editor_actions: ({ twin }) => findingActions(twin.id),
}));

export default page(({ data }) => {
  const { frame, findings, titles, cursor, as_of, form } = data;
  const twin_id = frame.twin.id;
  const { items, next_cursor } = findings;
  const more = next_cursor || cursor ? "+" : "";
  return (
    <DashboardPage
      frame={frame}
      title="Health"
      lead="What in your content contradicts itself, is out of date or missing, found in the texts and in what visitors ask."
      figure={{
        value: `${items.length}${more}`,
        label: items.length === 1 ? "finding" : "findings",
      }}
    >
      <p>
        <BackLink href={`/dashboard/content?twin=${twin_id}`}>
          All content
        </BackLink>
      </p>
      <FormProblem error={form} />
      {as_of && <Outdated as_of={as_of} />}
      <Card title="Findings">
        {items.length === 0
          ? (
            <EmptyState
              title="No findings"
              icon={<HeartPulse size={22} strokeWidth={1.75} />}
            >
              Contradictions, past dates, unanswered questions and the like are
              listed here as soon as there are any.
            </EmptyState>
          )
          : (
            <ul class="divide-y divide-line">
              {items.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  twin_id={twin_id}
                  titles={titles}
                  can_edit={frame.can_edit}
                />
              ))}
            </ul>
          )}
        <Pages
          of="findings"
          query={{ twin: twin_id }}
          cursor={cursor}
          next_cursor={next_cursor}
        />
      </Card>
    </DashboardPage>
  );
});

function Outdated({ as_of }: { as_of: string }) {
  return (
    <p class="text-sm text-muted" role="status">
      As of{" "}
      <Time at={as_of} />. Your content is being checked again: load this page
      once more in a few seconds.
    </p>
  );
}
