import { answerQuestion } from "../../../lib/conversations/owner_answers.ts";
import { endpoint } from "../../../lib/http/endpoint.ts";
import * as api from "../../../lib/http/contract/operations.ts";
import { handler } from "./$answers.ts";

export const handlers = handler({
  POST: endpoint(
    api.answerQuestion,
    async ({ app, actor, params, body }) =>
      (await answerQuestion(app, actor, params.twin_id, body)).item,
  ),
});
