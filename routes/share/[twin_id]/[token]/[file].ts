import { callOf } from "../../../../lib/http/call.ts";
import { safeParams } from "../../../../lib/http/endpoint.ts";
import { problemResponse } from "../../../../lib/http/problem.ts";
import { serveShareFile } from "../../../../lib/pages/share_files.ts";
import { requireShare } from "../../../../lib/sharing/share_links.ts";
import { handler } from "./$[file].ts";

/** Files of a shared page: its card for messengers, icons and manifest. */
export const handlers = handler({
  GET: async ({ req, params }) => {
    const call = callOf(req);
    call.route = "/share/{twin_id}/{token}/{file}";
    try {
      const { twin_id, token } = safeParams(params);
      const { twin } = await requireShare(call.app, twin_id, token);
      const path = `/share/${twin_id}/${token}`;
      return await serveShareFile(call.app, req, twin, {
        path,
        file: params.file,
      });
    } catch (error) {
      return problemResponse(call, error);
    }
  },
});
