// Texts for visitors that nobody wrote for the twin are in the visitor's language; written ones stay as they are.
import assert from "node:assert/strict";
import {
  makeKey,
  type Member,
  post,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

async function openShare() {
  const server = await startServer();
  const owner = await signUp(server);
  const { token, chat } = await shareTwin(owner);
  return {
    ...{ server, owner, chat },
    path: `/share/${owner.twin_id}/${token}`,
    [Symbol.asyncDispose]: server[Symbol.asyncDispose],
  };
}

async function read(server: Server, path: string, language: string) {
  const headers = { "accept-language": language, accept: "text/html" };
  return await (await server.fetch(path, { headers })).text();
}

const change = (owner: Member, fields: object) =>
  owner.json("PATCH", `/twins/${owner.twin_id}`, fields);

Deno.test("share page: in the visitor's language and direction; the owner's own words unchanged", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  const { name, disclosure } = await change(owner, {});
  const german = await read(server, path, "de-AT,de;q=0.9,en;q=0.8");
  assert.match(german, /<html lang="de" dir="ltr"/);
  assert.match(german, /Du sprichst mit einer KI/);
  assert.match(german, new RegExp(`Hallo, ich bin ${name}`));
  assert.match(german, /placeholder="Frag mich etwas"/);
  assert.match(german, />Was über mich gespeichert ist</);
  assert.doesNotMatch(german, /You are talking|What is stored|Ask me/);
  assert.match(await read(server, path, "ar"), /<html lang="ar" dir="rtl"/);
  const english = await read(server, path, "fi");
  assert.match(english, /<html lang="en" dir="ltr"/);
  assert.match(english, /You are talking to an AI/);
  assert.equal((await change(owner, {})).disclosure, disclosure);

  await change(owner, {
    disclosure: "A machine answers here.",
    greeting: "Moin!",
  });
  const own = await read(server, path, "de");
  assert.match(own, /A machine answers here\./);
  assert.match(own, />Moin!</);
  assert.doesNotMatch(own, /Du sprichst mit einer KI/);
});

Deno.test("disclosure: an empty one restores the default, by the API and by the form", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  const usual = (await change(owner, {})).disclosure;
  assert.match(usual, /AI/);
  await change(owner, { disclosure: "Mine." });
  assert.equal((await change(owner, { disclosure: "  " })).disclosure, usual);
  await change(owner, { disclosure: "Mine." });
  const sent = await post(server, "/dashboard/settings", {
    action: "privacy",
    disclosure: "",
  }, owner.cookie);
  await sent.body?.cancel();
  assert.equal(sent.status, 303);
  assert.match(await read(server, path, "es"), /Estás hablando con una IA/);
});

Deno.test("disclosure: the widget's is in the language it asks for", async () => {
  await using world = await openShare();
  const { server, owner } = world;
  const { key } = await makeKey(owner, {
    type: "publishable",
    allowed_domains: ["example.com"],
  });
  const profile = async (lang: string) => {
    const response = await server.fetch(
      `/chat-widget/${owner.twin_id}?lang=${lang}`,
      { headers: { "x-api-key": key, origin: "https://example.com" } },
    );
    return (await response.json()).twin.disclosure as string;
  };
  assert.match(await profile("nl-BE"), /Je praat met een AI/);
  assert.match(await profile("en"), /You are talking to an AI/);
  await change(owner, { disclosure: "Mine." });
  assert.equal(await profile("nl"), "Mine.");
});

Deno.test("share page: form errors and an ended link are in the visitor's language", async () => {
  await using world = await openShare();
  const { server, owner, path } = world;
  const send = async (fields: Record<string, string>) => {
    const response = await server.fetch(path, {
      method: "POST",
      headers: { "accept-language": "fr" },
      body: new URLSearchParams(fields),
    });
    return await response.text();
  };
  assert.match(await send({ message: "x".repeat(4_001) }), /4 000 caractères/);
  const asked = await send({ message: "Do you fly helicopters?" });
  const session_id = /name="session_id" value="(ses_\w+)"/.exec(asked)?.[1] ??
    "";
  assert.match(asked, /Laissez votre e-mail/);
  const left = { action: "leave_email", session_id };
  assert.match(await send({ ...left, email: "no" }), /Vérifiez l’adresse/);
  assert.match(
    await send({ ...left, email: "a@b.example" }),
    /peut maintenant vous écrire/,
  );
  await owner.json("PATCH", `/twins/${owner.twin_id}/sharing`, {
    is_public: false,
  });
  const gone = await read(server, path, "fr");
  assert.match(gone, /<html lang="fr"/);
  assert.match(gone, /Ce lien ne fonctionne pas/);
  assert.doesNotMatch(gone, /does not work|Not found/);
});
