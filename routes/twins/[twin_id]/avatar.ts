import {
  deleteAvatar,
  MAX_AVATAR_BYTES,
  setAvatar,
} from "../../../lib/twins/avatars.ts";
import { readBytes } from "../../../lib/http/body.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$avatar.ts";

export const handlers = handler({
  PUT: endpoint(
    op.putAvatar,
    async ({ app, actor, params, req }) =>
      setAvatar(
        app,
        actor,
        params.twin_id,
        await readBytes(req, MAX_AVATAR_BYTES),
      ),
  ),
  DELETE: endpoint(
    op.deleteAvatar,
    ({ app, actor, params }) => deleteAvatar(app, actor, params.twin_id),
  ),
});
