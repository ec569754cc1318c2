import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import { createChannel } from "../../lib/channels/channels.ts";
import { listChannelViews } from "../../lib/channels/views.ts";
import { handler } from "./$index.ts";

export const handlers = handler({
  GET: endpoint(
    api.listChannels,
    ({ app, actor, query }) => listChannelViews(app, actor, query),
  ),
  POST: endpoint(
    api.createChannel,
    ({ app, actor, body }) => createChannel(app, actor, body),
  ),
});
