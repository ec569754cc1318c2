import { notFound } from "../../../lib/errors.ts";
import { callOf } from "../../../lib/http/call.ts";
import { safeParams } from "../../../lib/http/endpoint.ts";
import { problemResponse } from "../../../lib/http/problem.ts";
import { getPublicAvatar } from "../../../lib/twins/avatars.ts";
import { handler } from "./$[version].ts";

export const handlers = handler({
  GET: async ({ req, params }) => {
    const call = callOf(req);
    const avatar = await getPublicAvatar(call.app, safeParams(params).twin_id);
    if (!avatar) return problemResponse(call, notFound("picture"));
    return new Response(new Uint8Array(avatar.bytes), {
      headers: {
        "content-type": avatar.type,
        "cache-control": "public, max-age=31536000, immutable",
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  },
});
