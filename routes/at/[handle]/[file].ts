import { callOf } from "../../../lib/http/call.ts";
import { safeParams } from "../../../lib/http/endpoint.ts";
import { problemResponse } from "../../../lib/http/problem.ts";
import { openHandle } from "../../../lib/pages/handles.ts";
import { serveShareFile } from "../../../lib/pages/share_files.ts";
import { handler } from "./$[file].ts";

/** Files of the page at a handle: its card for messengers, icons and manifest. */
export const handlers = handler({
  GET: async ({ req, params }) => {
    const call = callOf(req);
    call.route = "/@{handle}/{file}";
    try {
      const { handle } = safeParams(params);
      const { file } = params;
      const after = `/${encodeURIComponent(file)}`;
      const share = await openHandle(call, `@${handle}`, ["/", after]);
      if (share instanceof Response) return share;
      const place = { path: `/@${handle}`, file };
      return await serveShareFile(call.app, req, share.twin, place);
    } catch (error) {
      return problemResponse(call, error);
    }
  },
});
