import { memberPage } from "../../../lib/pages/access.ts";
import { loadTwinFrame } from "../../../lib/pages/frame.ts";
import { qrCode, qrSvg } from "../../../lib/sharing/qr_code.ts";
import { getShareLink, pageUrl } from "../../../lib/sharing/share_links.ts";
import { handler } from "./$qr.ts";

export const handlers = handler({
  GET: memberPage(async (page) => {
    const frame = await loadTwinFrame(page);
    if (frame instanceof Response) return frame;
    const { twin } = frame;
    const link = await getShareLink(page.app, page.actor, twin.id);
    const url = pageUrl(page.app, twin.handle, link);
    return new Response(qrSvg(qrCode(url)), {
      headers: {
        "content-type": "image/svg+xml",
        "content-disposition": `attachment; filename="${twin.id}-qr.svg"`,
      },
    });
  }),
});
