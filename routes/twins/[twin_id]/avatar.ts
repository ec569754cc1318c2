import { deleteAvatar, setAvatar } from "../../../lib/twins/avatars.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$avatar.ts";

export const handlers = handler({
  PUT: endpoint(
    op.putAvatar,
    ({ app, actor, params, body }) =>
      setAvatar(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    op.deleteAvatar,
    ({ app, actor, params }) => deleteAvatar(app, actor, params.twin_id),
  ),
});
