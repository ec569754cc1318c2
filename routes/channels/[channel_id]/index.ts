import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import {
  deleteChannel,
  updateChannel,
} from "../../../lib/channels/channels.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  PATCH: endpoint(
    api.updateChannel,
    ({ app, actor, params, body }) =>
      updateChannel(app, actor, params.channel_id, body),
  ),
  DELETE: endpoint(
    api.deleteChannel,
    ({ app, actor, params }) => deleteChannel(app, actor, params.channel_id),
  ),
});
