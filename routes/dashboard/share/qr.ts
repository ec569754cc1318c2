import { memberPage } from "../../../lib/pages/access.ts";
import { loadTwinFrame } from "../../../lib/pages/frame.ts";
import { qrCode, qrSvg } from "../../../lib/sharing/qr_code.ts";
import { getShareLink } from "../../../lib/sharing/share_links.ts";
import { handler } from "./$qr.ts";

export const handlers = handler({
  GET: memberPage(async (page) => {
    const frame = await loadTwinFrame(page);
    if (frame instanceof Response) return frame;
    const { twin } = frame;
    const { share_url } = await getShareLink(page.app, page.actor, twin.id);
    return new Response(qrSvg(qrCode(share_url)), {
      headers: {
        "content-type": "image/svg+xml",
        "content-disposition": `attachment; filename="${twin.id}-qr.svg"`,
      },
    });
  }),
});
