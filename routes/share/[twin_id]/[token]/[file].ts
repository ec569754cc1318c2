import { callOf } from "../../../../lib/http/call.ts";
import { safeParams } from "../../../../lib/http/endpoint.ts";
import { problemResponse } from "../../../../lib/http/problem.ts";
import { serveShareFile } from "../../../../lib/pages/share_files.ts";
import { handler } from "./$[file].ts";

/** What belongs to a shared page: the card that messengers show, its icons, its manifest. */
export const handlers = handler({
  GET: async ({ req, params }) => {
    const call = callOf(req);
    call.route = "/share/{twin_id}/{token}/{file}";
    try {
      const ids = safeParams(params);
      return await serveShareFile(call.app, req, { ...ids, file: params.file });
    } catch (error) {
      return problemResponse(call, error);
    }
  },
});
