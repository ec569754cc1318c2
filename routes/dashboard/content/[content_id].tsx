import { ContentFields } from "../../../components/ContentForm.tsx";
import { DashboardPage } from "../../../components/DashboardPage.tsx";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { Badge } from "../../../components/ui/Badge.tsx";
import { Button } from "../../../components/ui/Button.tsx";
import { Card } from "../../../components/ui/Card.tsx";
import { Disclosure } from "../../../components/ui/Disclosure.tsx";
import { getContent } from "../../../lib/content.ts";
import { MAX_CONTENT_BODY } from "../../../lib/http/body.ts";
import { itemActions } from "../../../lib/http/content_actions.ts";
import { type Frame, loadTwinFrame } from "../../../lib/http/dashboard.ts";
import {
  type FormError,
  memberPage,
  runAction,
} from "../../../lib/http/page.ts";
import type { ContentView } from "../../../lib/schemas/content.ts";
import { handler, page } from "./$[content_id].ts";

type Data = {
  frame: Frame;
  item: ContentView;
  list_path: string;
  error: FormError | null;
};

export const handlers = handler({
  GET: memberPage<Data>(async (page) => {
    const { app, actor, params } = page;
    const frame = await loadTwinFrame(page);
    const item = await getContent(app, actor, frame.twin.id, params.content_id);
    const list_path = `/dashboard/content?twin=${frame.twin.id}`;
    return { data: { frame, item, list_path, error: null } };
  }),
  POST: memberPage<Data>(async (page) => {
    const { app, actor, params: { content_id } } = page;
    const frame = await loadTwinFrame(page);
    const twin_id = frame.twin.id;
    const { error } = await runAction(
      page,
      itemActions(twin_id, content_id),
      // A form spells a letter with up to nine characters.
      MAX_CONTENT_BODY * 9,
    );
    const list_path = `/dashboard/content?twin=${twin_id}`;
    const item = await getContent(app, actor, twin_id, content_id);
    return {
      data: { frame, item, list_path, error },
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data: { frame, item, list_path, error } }) => {
  const is_public = item.visibility === "public";
  return (
    <DashboardPage
      frame={frame}
      title={item.title}
      lead={is_public
        ? "Public: visitors are answered from it."
        : "Private: for you and your team only."}
    >
      <p>
        <a class="text-accent underline" href={list_path}>All content</a>
      </p>
      <FormProblem error={error} />
      {frame.me.user.role === "owner"
        ? (
          <>
            <Card>
              <form method="post" class="space-y-4">
                <ContentFields item={item} error={error} />
                <p class="flex flex-wrap items-center gap-4">
                  <Button name="action" value="update">Save</Button>
                  <span class="text-sm text-muted">
                    Cut into {item.passages}{" "}
                    {item.passages === 1 ? "passage" : "passages"}
                  </span>
                </p>
              </form>
            </Card>
            <Disclosure title="Delete this item">
              <form method="post" class="space-y-3">
                <p class="text-sm">
                  No answer draws from it any more. Conversations keep what was
                  quoted from it. You can bring it back for 7 days.
                </p>
                <Button look="danger" name="action" value="delete">
                  Delete it
                </Button>
              </form>
            </Disclosure>
          </>
        )
        : (
          <Card>
            <Badge look={is_public ? "good" : "plain"}>
              {is_public ? "Public" : "Private"}
            </Badge>
            <p dir="auto" class="mt-4 break-words whitespace-pre-wrap">
              {item.body}
            </p>
          </Card>
        )}
    </DashboardPage>
  );
});
