import { setSharing } from "../../../lib/sharing/share_links.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$sharing.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.setSharing,
    ({ app, actor, params, body }) =>
      setSharing(app, actor, params.twin_id, body.is_public),
  ),
});
