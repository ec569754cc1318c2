import { Rss } from "lucide-preact";
import { SourceRow } from "../../../components/content/SourceRow.tsx";
import { DashboardPage } from "../../../components/dashboard/DashboardPage.tsx";
import { buttonLook } from "../../../components/ui/Button.tsx";
import { BackLink } from "../../../components/ui/BackLink.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { EmptyState } from "../../../components/ui/EmptyState.tsx";
import { FormProblem } from "../../../components/ui/FormProblem.tsx";
import JobState from "../../../islands/JobState.tsx";
import type { MemberCall } from "../../../lib/pages/access.ts";
import type { TwinFrame } from "../../../lib/views/frame.ts";
import { twinPage } from "../../../lib/pages/page.ts";
import { loadSources, sourceActions } from "../../../lib/pages/sources.ts";
import type { JobView } from "../../../lib/schemas/job.ts";
import { handler, page } from "./$sources.ts";

async function load(call: MemberCall, { twin }: TwinFrame) {
  return {
    ...await loadSources(call, twin.id),
    now: call.app.clock.now(),
  };
}

export const handlers = handler(twinPage({
  load,
  editor_actions: ({ twin }) => sourceActions(twin.id),
}));

/** What jobs without a source do, by their stored kind. */
const OTHERS: Record<string, string> = {
  trial: "Reading your site before you signed up",
  save_import: "Saving an import that was cut short",
  embeddings: "Working out what your content means",
  questions: "Foreseeing questions that your content answers",
};

export default page(({ data }) => {
  const { frame, sources, others, now, form } = data;
  const twin_id = frame.twin.id;
  const { can_edit } = frame;
  const content_path = `/dashboard/content?twin=${twin_id}`;
  return (
    <DashboardPage
      frame={frame}
      title="Sources"
      lead="The pages, sites and feeds that your twin’s content was read from, and what goes on in the background."
      action={can_edit && (
        <a class={buttonLook({ look: "hero" })} href={`${content_path}#add`}>
          Add content
        </a>
      )}
      figure={{
        value: sources.length,
        label: sources.length === 1 ? "source" : "sources",
      }}
    >
      <p>
        <BackLink href={content_path}>All content</BackLink>
      </p>
      <FormProblem error={form} />
      <Card title="Sources">
        {sources.length === 0
          ? <NoSources />
          : (
            <ul class="divide-y divide-line">
              {sources.map((one) => (
                <SourceRow
                  key={one.source.id}
                  {...one}
                  can_edit={can_edit}
                  now={now}
                >
                  {one.job && (
                    <JobState
                      job={one.job}
                      twin_id={twin_id}
                      can_edit={can_edit}
                      of={one.source.url}
                    />
                  )}
                </SourceRow>
              ))}
            </ul>
          )}
      </Card>
      {others.length > 0 && (
        <OtherJobs {...{ jobs: others, twin_id, can_edit }} />
      )}
    </DashboardPage>
  );
});

type OtherProps = { jobs: JobView[]; twin_id: string; can_edit: boolean };

function OtherJobs({ jobs, twin_id, can_edit }: OtherProps) {
  return (
    <Card title="Also in the background">
      <ul class="divide-y divide-line">
        {jobs.map((job) => (
          <li key={job.id} class="space-y-2 py-3">
            <p class="font-medium">{OTHERS[job.kind] ?? job.kind}</p>
            <JobState
              {...{ job, twin_id, can_edit }}
              of={OTHERS[job.kind] ?? job.kind}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function NoSources() {
  return (
    <EmptyState
      title="No sources yet"
      icon={<Rss size={22} strokeWidth={1.75} />}
    >
      Whole sites, feeds and podcasts are read in the background. Add one on the
      Content page.
    </EmptyState>
  );
}
