import { endpoint } from "../../../../../../../lib/http/endpoint.ts";
import * as api from "../../../../../../../lib/http/contract/operations.ts";
import { restoreVersion } from "../../../../../../../lib/content/drafts.ts";
import { handler } from "./$restore.ts";

export const handlers = handler({
  POST: endpoint(
    api.restoreVersion,
    ({ app, actor, params: { twin_id, content_id, n } }) =>
      restoreVersion(app, actor, { twin_id, content_id, n: Number(n) }),
  ),
});
