// Lists in the dashboard, of any length.
import assert from "node:assert/strict";
import { recordAudit } from "../lib/audit/audit.ts";
import { iso } from "../lib/clock.ts";
import type { Exchange, Session } from "../lib/schemas/chat.ts";
import type { Lead } from "../lib/schemas/lead.ts";
import type { ContentItem } from "../lib/schemas/content.ts";
import { keys } from "../lib/store/keys.ts";
import { newId } from "../lib/crypto/ids.ts";
import { type Member, type Server, signUp, startServer } from "./harness.ts";

const LONG = "Supercalifragilistic".repeat(5);
/** The limit of a page's HTML. */
const MAX_CHARACTERS = 300_000;

type ListPage = {
  path: string;
  /** The query for the list, if the page has others. */
  start?: string;
  /** The label of its page links. */
  of: string;
  /** Markup found exactly once per row. */
  row: RegExp;
};

const LISTS: ListPage[] = [
  { path: "content", of: "items", row: /content\/cnt_\w{26}\?/g },
  {
    path: "conversations",
    of: "conversations",
    row: /data-talk="ses_\w{26}"/g,
  },
  {
    path: "conversations",
    start: "?show=emails",
    of: "e-mails",
    row: /\d+-Super\w+@example\.com/g,
  },
  {
    path: "conversations",
    start: "?show=unanswered",
    of: "questions",
    row: /message=msg_\w{26}/g,
  },
  {
    path: "conversations",
    start: "?channel=link",
    of: "conversations",
    row: /data-talk="ses_\w{26}"/g,
  },
  { path: "activity", of: "entries", row: /Row \d+ of/g },
];

/** Rows written directly to the store, since creating them would take minutes. */
async function fill({ app }: Server, owner: Member, count: number) {
  const BATCH = 100;
  for (let from = 0; from < count; from += BATCH) {
    const op = app.kv.atomic();
    for (let i = from; i < Math.min(count, from + BATCH); i++) {
      const now = app.clock.now() - (count - i) * 1000;
      setItem(op, owner, i, now);
      setConversation(op, owner, i, now);
      recordAudit(app, op, { ...owner, user_name: LONG }, {
        action: "content.created",
        id: "cnt_0",
        name: `Row ${i} of ${LONG}`,
      });
    }
    assert.ok((await op.commit()).ok);
  }
}

function setItem(
  op: Deno.AtomicOperation,
  { tenant_id, twin_id }: Member,
  i: number,
  now: number,
) {
  const item: ContentItem = {
    id: newId("cnt"),
    tenant_id,
    twin_id,
    title: `${i} ${LONG}`,
    visibility: i % 2 ? "public" : "private",
    source_url: null,
    revision: "r",
    digest: "d",
    characters: i,
    passages: 1,
    created_at: iso(now),
    updated_at: iso(now),
  };
  op.set(keys.content(twin_id, item.id), item);
}

/** A conversation, and a lead of one that no longer exists. */
function setConversation(
  op: Deno.AtomicOperation,
  { twin_id }: Member,
  i: number,
  now: number,
) {
  const session: Session = {
    id: newId("ses"),
    twin_id,
    secret_hash: "h",
    channel: { kind: "link" },
    title: `Question ${i} of ${LONG}`,
    started_at: iso(now),
    last_active_at: iso(now),
    expires_at: iso(now),
    messages: i,
    unanswered: i % 4,
    blocked: i % 7 === 1,
  };
  op.set(keys.session(session.id), session);
  op.set(keys.sessionByTwin(twin_id, session.id), true);
  op.set(keys.sessionByChannel(twin_id, "link", session.id), true);
  if (!session.blocked) setUnanswered(op, session, i);
  const lead: Lead = {
    id: newId("led"),
    twin_id,
    session_id: newId("ses"),
    email: `${i}-${LONG.slice(0, 50)}@example.com`,
    message: LONG.repeat(10),
    question: LONG.repeat(10),
    created_at: iso(now),
  };
  op.set(keys.lead(twin_id, lead.id), lead);
}

function setUnanswered(
  op: Deno.AtomicOperation,
  session: Session,
  i: number,
) {
  const { id: session_id, twin_id, started_at } = session;
  const exchange: Exchange = {
    id: newId("msg"),
    question_id: newId("msg"),
    client_message_id: null,
    question: `What of ${i} ${LONG.repeat(10)}`,
    answer: LONG,
    citations: [],
    grounded: false,
    partial: false,
    is_small_talk: false,
    asked_at: started_at,
    answered_at: started_at,
  };
  op.set(keys.message(session_id, exchange.id), exchange);
  op.set(keys.unanswered(twin_id, exchange.id), { session_id });
}

async function open(owner: Member, path: string): Promise<string> {
  const response = await owner.send("GET", path);
  const html = await response.text();
  assert.equal(response.status, 200, path);
  assert.ok(
    html.length < MAX_CHARACTERS,
    `${path} has ${html.length} characters`,
  );
  return html;
}

/** The rows of a list's page, each once, and the address of the next page. */
function read(html: string, { of, row }: ListPage) {
  const group = new RegExp(`<nav aria-label="More ${of}".*?</nav>`, "s");
  const nav = group.exec(html)?.[0] ?? "";
  const older = /href="([^"]*)"[^>]*>Older/.exec(nav)?.[1];
  return {
    rows: [...new Set(html.match(row))],
    older: older?.replaceAll("&amp;", "&"),
    has_newest: nav.includes("Newest"),
  };
}

/** Each list of so many rows answers, has a next page if it has more than a page shows, and stays small. */
export async function tryRows(
  t: Deno.TestContext,
  count: number,
): Promise<void> {
  await using server = await startServer();
  const owner = await signUp(server);
  await fill(server, owner, count);
  await open(owner, "/dashboard");
  for (const list of LISTS) {
    await t.step(list.of, async () => {
      const path = `/dashboard/${list.path}`;
      const first = read(await open(owner, path + (list.start ?? "")), list);
      if (count <= 1) {
        assert.equal(first.rows.length, count);
        assert.equal(first.older, undefined);
        return;
      }
      assert.ok(first.rows.length >= 20 && first.rows.length <= 100);
      assert.ok(first.older && !first.has_newest);
      const second = read(await open(owner, path + first.older), list);
      assert.equal(second.rows.length, first.rows.length);
      assert.ok(second.older && second.has_newest);
      const both = new Set([...first.rows, ...second.rows]);
      assert.equal(both.size, 2 * first.rows.length, "no row is repeated");
    });
  }
}
