import { endpoint } from "../../lib/http/endpoint.ts";
import * as api from "../../lib/http/contract/operations.ts";
import {
  getNotifications,
  updateNotifications,
} from "../../lib/notifications/choices.ts";
import { handler } from "./$notifications.ts";

export const handlers = handler({
  GET: endpoint(
    api.getNotifications,
    ({ app, actor }) => getNotifications(app, actor),
  ),
  PATCH: endpoint(
    api.updateNotifications,
    ({ app, actor, body }) => updateNotifications(app, actor, body),
  ),
});
