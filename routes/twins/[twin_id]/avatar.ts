import { deleteAvatar, setAvatar } from "../../../lib/twins/avatars.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$avatar.ts";

export const handlers = handler({
  PUT: endpoint(
    api.putAvatar,
    ({ app, actor, params, body }) =>
      setAvatar(app, actor, params.twin_id, body),
  ),
  DELETE: endpoint(
    api.deleteAvatar,
    ({ app, actor, params }) => deleteAvatar(app, actor, params.twin_id),
  ),
});
