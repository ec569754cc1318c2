import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { testChannel } from "../../../lib/channels/channels.ts";
import { handler } from "./$test.ts";

export const handlers = handler({
  POST: endpoint(
    api.testChannel,
    ({ app, actor, params }) => testChannel(app, actor, params.channel_id),
  ),
});
