// What the Overview says about the time since the reader's last visit.
import assert from "node:assert/strict";
import { DAY, MINUTE } from "../lib/clock.ts";
import {
  ask,
  type Member,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

/** A browser that keeps the Overview's cookie. */
function readerOf(server: Server, { cookie, twin_id }: Member) {
  let last = "";
  return async (): Promise<string> => {
    const response = await server.fetch(`/dashboard?twin=${twin_id}`, {
      headers: { cookie: `${cookie}; ${last}` },
    });
    last = response.headers.getSetCookie()
      .find((set) => set.startsWith("twincast_last="))?.split(";")[0] ?? "";
    const html = await response.text();
    return /<section aria-label="Since you were last here".*?<\/section>/s
      .exec(html)?.[0].replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") ?? "";
  };
}

Deno.test("Overview: a visit shows what happened since the last one, as long as it lasts", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const { chat, token } = await shareTwin(owner);
  await owner.json("POST", `/twins/${owner.twin_id}/content`, {
    title: "Supper",
    body: "Supper is at nine.",
    visibility: "public",
  }, 201);
  const look = readerOf(server, owner);
  await ask(server, chat, { message: "When is supper?" });
  assert.equal(await look(), "");

  server.clock.advance(2 * DAY);
  assert.equal(await look(), "", "nothing happened");
  server.clock.advance(DAY);
  await ask(server, chat, { message: "When is supper?" });
  const { body } = await ask(server, chat, { message: "Do you fly planes?" });
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id: body.session_id,
    email: "a@example.com",
  });
  server.clock.advance(MINUTE);
  const told = /yesterday.* 2 conversations 1 with an unsure answer 1 e-mail/;
  assert.match(await look(), told);
  server.clock.advance(10 * MINUTE);
  assert.match(await look(), told, "the visit goes on");
  server.clock.advance(DAY);
  assert.equal(await look(), "", "it was shown");
});

Deno.test("Overview: a forged cookie is a first visit", async () => {
  await using server = await startServer({ env: ROOMY });
  const { cookie, twin_id } = await signUp(server);
  for (const last of ["x", "-1.2", "9e99.9e99", "%00.", "1.".repeat(40)]) {
    const response = await server.fetch(`/dashboard?twin=${twin_id}`, {
      headers: { cookie: `${cookie}; twincast_last=${last}` },
    });
    assert.equal(response.status, 200);
    assert.doesNotMatch(await response.text(), /Since you were last here/);
  }
});
