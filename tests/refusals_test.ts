// Why a call was refused: the code shown to its caller, and what the twin's owner learns from it.
import assert from "node:assert/strict";
import { ask, makeKey, shareTwin, signUp, startServer } from "./harness.ts";

Deno.test("refusals: each refused public call has a code that tells its owner why, and nobody else", async () => {
  await using server = await startServer({
    env: { TWINCAST_LIMIT_LINK: "2/60s" },
  });
  const owner = await signUp(server);
  const stranger = await signUp(server);
  const { chat } = await shareTwin(owner);
  const page = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com"],
  });
  const secret = await makeKey(owner, { type: "secret" });
  await owner.json("DELETE", `/api-keys/${secret.id}`, undefined, 204);

  const widget = `/chat-widget/${owner.twin_id}`;
  const message = { message: "Hello" };
  for (let i = 0; i < 2; i++) await ask(server, chat, message);
  const refused = {
    limit: await ask(server, chat, message),
    origin: await ask(server, widget, message, {
      origin: "https://evil.example",
      "x-api-key": page.key,
    }),
    revoked: await ask(server, widget, message, { "x-api-key": secret.key }),
    completion: await ask(server, "/v1/chat/completions", {
      model: owner.twin_id,
      messages: [{ role: "user", content: "Hi" }],
    }, {
      authorization: `Bearer ${page.key}`,
      origin: "https://evil.example",
    }),
  };
  const codeOf = ({ body }: typeof refused.limit): string =>
    body.reason_code ?? body.error?.reason_code;
  const why = async (which: keyof typeof refused) =>
    await owner.json("GET", `/refusals/${codeOf(refused[which])}`);

  const limit = await why("limit");
  assert.deepEqual(
    [limit.status, limit.policy, limit.key, limit.origin],
    [429, "link", null, null],
  );
  const origin = await why("origin");
  assert.deepEqual(
    [origin.status, origin.policy, origin.key.id, origin.origin],
    [403, null, page.id, "https://evil.example"],
  );
  assert.match(origin.detail, /Add this origin to its domains/);
  const revoked = await why("revoked");
  assert.deepEqual([revoked.status, revoked.key.id], [401, secret.id]);
  assert.equal((await why("completion")).status, 403);

  const found = JSON.stringify([limit, origin, revoked]);
  assert.ok(!found.includes(page.key) && !found.includes(secret.key));
  const code = codeOf(refused.limit);
  await stranger.json("GET", `/refusals/${code}`, undefined, 404);
  await owner.json("GET", "/refusals/00000000", undefined, 404);

  const shown = await server.fetch(
    `/dashboard/activity?q=${code.toLowerCase()}`,
    { headers: { cookie: owner.cookie } },
  );
  const html = await shown.text();
  assert.match(html, /That is more than 2 a minute/);
  // A member's own mistakes are not refusals of visitors.
  const own = await owner.json("GET", "/twins/twn_none", undefined, 404);
  assert.equal(own.reason_code, undefined);
});
