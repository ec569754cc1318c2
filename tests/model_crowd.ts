import assert from "node:assert/strict";
import { ROOMY, shareTwin, signUp, startServer } from "./harness.ts";
import { ModelServer, stream } from "./model_server.ts";

/** Asks until this many answers of the model are open at once; fails unless each completes. */
export async function askAtOnce(
  streams: number,
  env: Record<string, string> = {},
): Promise<void> {
  await using model = new ModelServer();
  await using server = await startServer({
    env: { ...ROOMY, ...model.env, ...env },
  });
  const owner = await signUp(server);
  const { chat } = await shareTwin(owner);
  const all_open = Promise.withResolvers<void>();
  let open = 0;
  model.script = () =>
    stream(async function* () {
      if (++open === streams) all_open.resolve();
      yield "At ";
      await all_open.promise;
      yield "seven [1].";
    });
  const answers = await Promise.all(
    Array.from({ length: streams }, async () => {
      const response = await server.fetch(chat, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
        },
        body: JSON.stringify({ message: "When do you drink oolong tea?" }),
      });
      return `${response.status} ${await response.text()}`;
    }),
  );
  const told = answers.filter((answer) => /^event: done$/m.test(answer));
  assert.equal(told.length, streams, answers.find((a) => !told.includes(a)));
  const { tokens_today } = await owner.json(
    "GET",
    `/twins/${owner.twin_id}/model`,
  );
  assert.ok(tokens_today > streams * 10, `${tokens_today}`);
}
