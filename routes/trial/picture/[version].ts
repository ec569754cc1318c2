import { notFound } from "../../../lib/errors.ts";
import { callOf } from "../../../lib/http/call.ts";
import { readTrialCookie } from "../../../lib/http/cookies.ts";
import { problemResponse } from "../../../lib/http/problem.ts";
import { requireTrial } from "../../../lib/trials/trials.ts";
import { getAvatar } from "../../../lib/twins/avatars.ts";
import { handler } from "./$[version].ts";

/** The picture of this browser's trial twin. */
export const handlers = handler({
  GET: async ({ req }) => {
    const call = callOf(req);
    try {
      const { twin } = await requireTrial(call.app, readTrialCookie(req));
      const avatar = await getAvatar(call.app, twin.id);
      if (!avatar) throw notFound("picture");
      return new Response(new Uint8Array(avatar.bytes), {
        headers: {
          "content-type": avatar.type,
          "cache-control": "private, max-age=86400, immutable",
        },
      });
    } catch (error) {
      return problemResponse(call, error);
    }
  },
});
