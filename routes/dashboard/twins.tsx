import { DashboardPage } from "../../components/DashboardPage.tsx";
import { FormProblem } from "../../components/FormProblem.tsx";
import { Badge } from "../../components/ui/Badge.tsx";
import { Button } from "../../components/ui/Button.tsx";
import { Card } from "../../components/ui/Card.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { Field } from "../../components/ui/Field.tsx";
import { Notice } from "../../components/ui/Notice.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import { parse } from "../../lib/http/body.ts";
import { type Frame, loadFrame } from "../../lib/http/dashboard.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  runAction,
} from "../../lib/http/page.ts";
import { seeOther } from "../../lib/http/redirect.ts";
import { TWINS_ACTIONS } from "../../lib/http/twin_actions.ts";
import { type List, listQuery } from "../../lib/schemas/common.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { listTwins } from "../../lib/twins.ts";
import { handler, page } from "./$twins.ts";

type Data = {
  frame: Frame;
  twins: List<TwinView>;
  cursor: string;
  /** The id of a twin that was deleted a moment ago and can be brought back. */
  deleted: string;
  error: FormError | null;
};

async function load(page: MemberCall, error: FormError | null): Promise<Data> {
  const { app, actor, url } = page;
  const cursor = url.searchParams.get("cursor") ?? "";
  const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
  const [frame, twins] = await Promise.all([
    loadFrame(page),
    listTwins(app, actor, query),
  ]);
  const deleted = url.searchParams.get("deleted") ?? "";
  return { frame, twins, cursor, deleted, error };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({ data: await load(page, null) })),
  POST: memberPage<Data>(async (page) => {
    const { result, error } = await runAction(page, TWINS_ACTIONS);
    if (result) return seeOther(`/dashboard?twin=${result}`);
    return {
      data: await load(page, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data: { frame, twins, cursor, deleted, error } }) => {
  const is_owner = frame.me.user.role === "owner";
  const keep: Record<string, string> = frame.twin
    ? { twin: frame.twin.id }
    : {};
  const here = `/dashboard/twins?${new URLSearchParams(keep)}`;
  return (
    <DashboardPage
      frame={frame}
      title="Twins"
      lead="Every twin of this team. Each has content, keys and a link of its own."
    >
      <FormProblem error={error} />
      {deleted && is_owner && (
        <Notice look="good">
          <form
            method="post"
            action={here}
            class="flex flex-wrap items-center gap-3"
          >
            <span>The twin is deleted. It is kept for 7 days.</span>
            <input type="hidden" name="twin_id" value={deleted} />
            <Button look="plain" name="action" value="restore">Undo</Button>
          </form>
        </Notice>
      )}
      <Card title="Your twins">
        {twins.items.length === 0
          ? (
            <EmptyState title="No twin yet">
              {is_owner
                ? "Name the first one below."
                : "An owner of this team can make one."}
            </EmptyState>
          )
          : (
            <ul class="divide-y divide-line">
              {twins.items.map((twin) => (
                <li
                  key={twin.id}
                  class="flex flex-wrap items-center gap-x-4 gap-y-1 py-3"
                >
                  <a
                    dir="auto"
                    class="min-w-0 flex-1 basis-48 truncate font-medium text-accent underline"
                    href={`/dashboard?twin=${twin.id}`}
                  >
                    {twin.name}
                  </a>
                  {twin.paused && <Badge look="warn">Paused</Badge>}
                  <a
                    class="text-sm underline"
                    aria-label={`Settings of ${twin.name}`}
                    href={`/dashboard/settings?twin=${twin.id}`}
                  >
                    Settings
                  </a>
                </li>
              ))}
            </ul>
          )}
        <Pages
          of="twins"
          query={keep}
          cursor={cursor}
          next_cursor={twins.next_cursor}
        />
      </Card>
      {is_owner && (
        <Card title="Make another">
          <form method="post" action={here} class="space-y-4">
            <Field
              label="Name"
              name="name"
              required
              maxLength={100}
              error={error}
            />
            <Field
              label="In a sentence or two (optional)"
              name="bio"
              multiline={2}
              maxLength={1000}
              error={error}
            />
            <Button name="action" value="create">Make this twin</Button>
          </form>
        </Card>
      )}
    </DashboardPage>
  );
});
