import assert from "node:assert/strict";
import { preview } from "./ask.ts";
import { tryQuestion } from "./try_question.ts";
import { requireTwin } from "../twins/twins.ts";
import { found, openDomain, refused } from "../../tests/stores.ts";

Deno.test("preview: messages and tried questions count together, per member", async () => {
  await using domain = await openDomain({
    env: { TWINCAST_LIMIT_PREVIEW: "2/60s" },
  });
  const { app, clock } = domain;
  const owner = await found(domain);
  const { twin_id } = owner;
  const question = "When do you open?";
  const attempt = () =>
    tryQuestion(app, owner, { twin_id, as: "owner", question });
  const twin = await requireTwin(app, owner, twin_id);
  await preview(app, owner, twin, { message: question, as: "public" });
  await attempt();
  await assert.rejects(attempt(), refused("rate_limited"));
  const message = { message: question, as: "owner" } as const;
  await assert.rejects(
    preview(app, owner, twin, message),
    refused("rate_limited"),
  );
  const other = await found(domain);
  await tryQuestion(app, other, {
    ...{ twin_id: other.twin_id, as: "owner" as const, question },
  });
  clock.advance(62_000);
  await attempt();
});
