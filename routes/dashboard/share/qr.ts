import { memberPage } from "../../../lib/pages/access.ts";
import { loadTwinFrame } from "../../../lib/pages/frame.ts";
import { serveQr } from "../../../lib/pages/qr.ts";
import { handler } from "./$qr.ts";

export const handlers = handler({
  GET: memberPage(async (page) => {
    const frame = await loadTwinFrame(page);
    return frame instanceof Response ? frame : await serveQr(page, frame);
  }),
});
