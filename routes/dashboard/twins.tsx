import { UserRoundPlus } from "lucide-preact";
import { DashboardPage } from "../../components/DashboardPage.tsx";
import { NewTwinForm, TwinCard } from "../../components/Twins.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import { parse } from "../../lib/http/body.ts";
import { type Frame, loadFrame } from "../../lib/pages/thrown.ts";
import {
  type FormError,
  type MemberCall,
  memberPage,
  ownerForm,
  runAction,
} from "../../lib/pages/thrown.ts";
import { TWINS_ACTIONS } from "../../lib/pages/settings.ts";
import { type List, listQuery } from "../../lib/schemas/common.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { listTwins } from "../../lib/twins/twins.ts";
import { handler, page } from "./$twins.ts";

type Data = {
  frame: Frame;
  twins: List<TwinView>;
  cursor: string;
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
  return { frame, twins, cursor, error };
}

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({ data: await load(page, null) })),
  POST: ownerForm<Data>(async (page) => {
    const { error } = await runAction(page, TWINS_ACTIONS);
    return {
      data: await load(page, error),
      status: error?.status,
      headers: error?.headers,
    };
  }),
});

export default page(({ data: { frame, twins, cursor, error } }) => {
  const is_owner = frame.me.user.role === "owner";
  const keep: Record<string, string> = frame.twin
    ? { twin: frame.twin.id }
    : {};
  const here = `/dashboard/twins?${new URLSearchParams(keep)}`;
  const count = frame.me.twins.length;
  const make = (look: "hero" | "primary") => (
    <ModalButton opens="new-twin" look={look}>Make a twin</ModalButton>
  );
  return (
    <DashboardPage
      frame={frame}
      title="Twins"
      lead="Every twin of this team. Each has content, keys and a link of its own."
      action={is_owner && make("hero")}
      figure={{
        // The frame names a hundred at most.
        value: count < 100 ? count : "100+",
        label: count === 1 ? "twin" : "twins",
      }}
    >
      {is_owner && (
        <Modal id="new-twin" title="Make a twin" open={error !== null}>
          <NewTwinForm action={here} error={error} />
        </Modal>
      )}
      {twins.items.length === 0
        ? (
          <EmptyState
            title="No twin yet"
            icon={<UserRoundPlus size={22} strokeWidth={1.75} />}
            action={is_owner && make("primary")}
          >
            {is_owner
              ? "Name the first one, then write down what it may know."
              : "An owner of this team can make one."}
          </EmptyState>
        )
        : (
          <ul class="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {twins.items.map((twin) => (
              <TwinCard
                key={twin.id}
                twin={twin}
                isChosen={twin.id === frame.twin?.id}
              />
            ))}
          </ul>
        )}
      <Pages
        of="twins"
        query={keep}
        cursor={cursor}
        next_cursor={twins.next_cursor}
      />
    </DashboardPage>
  );
});
