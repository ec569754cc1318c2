import { setSharing } from "../../../lib/sharing/share_links.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as op from "../../../lib/http/contract/operations.ts";
import { handler } from "./$sharing.ts";

export const handlers = handler({
  PATCH: endpoint(
    op.setSharing,
    ({ app, actor, params, body }) =>
      setSharing(app, actor, params.twin_id, body.is_public),
  ),
});
