import assert from "node:assert/strict";
import { DAY } from "../clock.ts";
import { createContent } from "../content/content.ts";
import { recordExchange } from "../conversations/recording.ts";
import { openSession } from "../conversations/sessions.ts";
import { requireTwin } from "../twins/twins.ts";
import { viewTwin } from "../twins/twin_views.ts";
import { exchange, LINK } from "../../tests/session_world.ts";
import { found, openDomain } from "../../tests/stores.ts";
import { describeTwin } from "./overview.ts";
import { Quotes } from "./quotes.ts";

Deno.test("describeTwin: counts only the range, compares it with the one before, and names the most quoted item", async () => {
  await using domain = await openDomain();
  const { clock } = domain;
  const app = { ...domain.app, quotes: new Quotes() };
  const owner = await found(domain);
  const { twin_id } = owner;
  const add = (title: string) =>
    createContent(app, owner, twin_id, {
      ...{ title, body: `About ${title}.`, visibility: "public" },
    });
  const [tea, clay] = [await add("Tea"), await add("Clay")];
  const ask = async (quoted: string[]) => {
    const session = await openSession(app, twin_id, LINK, undefined);
    await recordExchange(app, session, { ...exchange(domain), quoted });
  };
  const look = async (days: 7 | 30) =>
    await describeTwin(
      app,
      owner,
      viewTwin(app, await requireTwin(app, owner, twin_id)),
      days,
    );
  await ask([tea.id]);
  assert.equal((await look(7)).before, null);
  clock.advance(10 * DAY);
  await ask([clay.id, "con_gone"]);
  await ask([clay.id, tea.id]);
  clock.advance(4 * DAY);
  const week = await look(7);
  assert.equal(week.totals.messages, 2);
  assert.equal(week.before?.messages, 0);
  assert.equal(week.charts.messages.length, 7);
  assert.deepEqual(week.asked_about, [
    { id: clay.id, title: "Clay", count: 2 },
    { id: tea.id, title: "Tea", count: 1 },
  ]);
  const month = await look(30);
  assert.equal(month.totals.messages, 3);
  assert.equal(month.before, null);
});
