import { DashboardPage } from "../../components/DashboardPage.tsx";
import { type Frame, loadFrame } from "../../lib/http/dashboard.ts";
import { memberPage } from "../../lib/http/page.ts";
import { handler, page } from "./$index.ts";

type Data = { frame: Frame };

export const handlers = handler({
  GET: memberPage<Data>(async (page) => ({
    data: { frame: await loadFrame(page) },
  })),
});

export default page(({ data: { frame } }) => (
  <DashboardPage
    frame={frame}
    title="Overview"
    lead="How your twin is doing, and what to do next."
  >
    <p />
  </DashboardPage>
));
