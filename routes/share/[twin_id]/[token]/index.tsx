import { sharePage } from "../../../../lib/pages/share_page.ts";
import { verifyShareLink } from "../../../../lib/sharing/share_links.ts";
import { SharePage } from "../../_page.tsx";
import { handler, page } from "./$index.ts";

export const handlers = handler(
  sharePage(async ({ app, params: { twin_id, token } }) => {
    const share = await verifyShareLink(app, twin_id, token);
    const path = `${twin_id}/${token}`;
    const page = { path, address: `/share/${path}`, is_searchable: false };
    return share && { ...share, ...page };
  }),
);

export default page(({ data }) => <SharePage data={data} />);
