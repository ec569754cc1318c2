import { UserRoundPlus } from "lucide-preact";
import { DashboardPage } from "../../components/dashboard/DashboardPage.tsx";
import { NewTwinForm, TwinCard } from "../../components/twins/Twins.tsx";
import { EmptyState } from "../../components/ui/EmptyState.tsx";
import { Modal, ModalButton } from "../../components/ui/Modal.tsx";
import { Pages } from "../../components/ui/Pages.tsx";
import { parse } from "../../lib/http/body.ts";
import { dashboardPage } from "../../lib/pages/page.ts";
import { TWINS_ACTIONS } from "../../lib/pages/settings.ts";
import { listQuery } from "../../lib/schemas/common.ts";
import { listTwins } from "../../lib/twins/twins.ts";
import { handler, page } from "./$twins.ts";

export const handlers = handler(dashboardPage({
  async load({ app, actor, url }) {
    const cursor = url.searchParams.get("cursor") ?? "";
    const query = parse(listQuery, { limit: 50, cursor: cursor || undefined });
    return { twins: await listTwins(app, actor, query), cursor };
  },
  actions: () => TWINS_ACTIONS,
}));

export default page(({ data: { frame, twins, cursor, form } }) => {
  const is_owner = frame.is_owner;
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
      lead="All twins of this team. Each has its own content, keys and link."
      action={is_owner && make("hero")}
      figure={{
        // The frame lists at most a hundred.
        value: count < 100 ? count : "100+",
        label: count === 1 ? "twin" : "twins",
      }}
    >
      {is_owner && (
        <Modal id="new-twin" title="Make a twin" open={form !== null}>
          <NewTwinForm action={here} form={form} />
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
              ? "Name the first one, then write down what it should know."
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
