import { openHandle } from "../../../lib/pages/handles.ts";
import { sharePage } from "../../../lib/pages/share_page.ts";
import { SharePage } from "../../share/_page.tsx";
import { handler, page } from "./$index.ts";

export const handlers = handler(
  sharePage(async ({ call, params, url }) => {
    call.route = "/@{handle}";
    const path = `@${params.handle}`;
    const share = await openHandle(call, path, ["/", url.search]);
    if (share instanceof Response) return share;
    const is_searchable = share.twin.is_searchable ?? true;
    return { ...share, path, address: `/${path}`, is_searchable };
  }),
);

export default page(({ data }) => <SharePage data={data} />);
