// What the widget learns about a key and its twin: the stored look, and the disclosure, in the visitor's language.
import assert from "node:assert/strict";
import {
  makeKey,
  type Member,
  type Server,
  signUp,
  startServer,
} from "./harness.ts";

const ORIGIN = "https://clay.example";

async function setKey(server: Server) {
  const owner = await signUp(server);
  const made = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["clay.example"],
  });
  const profile = (query = "", headers: Record<string, string> = {}) =>
    server.fetch(`/chat-widget/${owner.twin_id}${query}`, {
      headers: { "x-api-key": made.key, origin: ORIGIN, ...headers },
    });
  return { owner, made, profile };
}

const disclosureOf = async (owner: Member) =>
  (await owner.json("GET", `/twins/${owner.twin_id}`)).disclosure as string;

Deno.test("a key's look: stored whole, validated, applied to the widget within a minute, and to the successor", async () => {
  await using server = await startServer();
  const { owner, made, profile } = await setKey(server);
  assert.deepEqual((await (await profile()).json()).appearance, {});
  const look = {
    accent_color: "#b4532a",
    theme: "dark",
    position: "bottom-left",
    greeting: "Ahoy!",
    suggested_questions: ["When is tea?"],
    launcher_label: "Ask Clara",
    greet_after_seconds: 5,
    offset_px: 80,
  };
  const path = `/api-keys/${made.id}`;
  const changed = await owner.json("PATCH", path, { appearance: look });
  assert.deepEqual(changed.appearance, look);
  const told = await profile();
  assert.deepEqual((await told.json()).appearance, look);
  assert.equal(told.headers.get("cache-control"), "private, max-age=60");
  assert.match(told.headers.get("vary") ?? "", /authorization.*Origin/i);
  const wrong = [
    { accent_color: "red" },
    { theme: "blue" },
    { position: "top" },
    { greeting: "x".repeat(501) },
    { suggested_questions: ["1", "2", "3", "4", "5"] },
    { launcher_label: "x".repeat(41) },
    { greet_after_seconds: -1 },
    { offset_px: 1.5 },
    { unknown: true },
  ];
  for (const appearance of wrong) {
    await owner.json("PATCH", path, { appearance }, 422);
  }
  const fresh = await owner.json("POST", `${path}/rotate`, {
    overlap: "until_used",
  }, 201);
  assert.deepEqual(fresh.appearance, look);
  await owner.json("POST", `/api-keys/${fresh.id}/rotate`, {
    overlap: "until_used",
    overlap_seconds: 5,
  }, 422);
});

Deno.test("the disclosure: in the page's language, else the browser's; an owner's own as written; always present", async () => {
  await using server = await startServer();
  const { owner, profile } = await setKey(server);
  const told = async (query = "", language?: string) => {
    const headers = language ? { "accept-language": language } : undefined;
    return (await (await profile(query, headers)).json()).twin;
  };
  const english = await disclosureOf(owner);
  assert.equal((await told("?lang=en", "de")).disclosure, english);
  const german = await told("?lang=de-AT", "fr");
  assert.match(german.disclosure, /KI.*irren/);
  assert.match(german.greeting, /^Hallo/);
  assert.match((await told("?lang=", "fi, it;q=0.8")).disclosure, /IA/);
  assert.equal((await told("?lang=fi", "*")).disclosure, english);

  const path = `/twins/${owner.twin_id}`;
  await owner.json("PATCH", path, { disclosure: "A machine speaks." });
  assert.equal((await told("?lang=de")).disclosure, "A machine speaks.");
  for (const none of ["", "   ", "\u200b", "…"]) {
    await owner.json("PATCH", path, { disclosure: none });
    assert.equal(await disclosureOf(owner), english, JSON.stringify(none));
  }
  assert.equal((await told("?lang=de")).disclosure, german.disclosure);
});
