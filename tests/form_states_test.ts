// What a refused form shows: the reason beside it, the input in it, and no other form is affected.
import assert from "node:assert/strict";
import {
  ask,
  type Member,
  PASSWORD,
  ROOMY,
  type Server,
  shareTwin,
  signUp,
  startServer,
} from "./harness.ts";

type Fields = Record<string, string>;

/** The page that answers a dashboard form, as HTML. */
async function sendForm(
  { owner, server }: { owner: Member; server: Server },
  path: string,
  fields: Fields,
  status: number,
): Promise<string> {
  const response = await server.fetch(`/dashboard${path}`, {
    method: "POST",
    headers: { cookie: owner.cookie },
    body: new URLSearchParams(fields),
  });
  const html = await response.text();
  assert.equal(response.status, status, html.slice(0, 2_000));
  return html;
}

/** The HTML of one modal, and whether it is open. */
function modalOf(html: string, id: string): { text: string; is_open: boolean } {
  const [, tag, text] = new RegExp(
    `(<dialog[^>]* id="${id}"[^>]*>)(.*?)</dialog>`,
    "s",
  ).exec(html) ?? [];
  assert.ok(tag, `No modal ${id}`);
  return { text, is_open: / open\b/.test(tag) };
}

/** The ids of the open modals. */
function openModals(html: string): string[] {
  return [...html.matchAll(/<dialog[^>]* id="([^"]+)"[^>]*>/g)]
    .map(([, id]) => id).filter((id) => modalOf(html, id).is_open);
}

Deno.test("forms: a refusal is shown in its own form, with the input and without secrets", async (t) => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const scene = { owner, server };
  const twin = `?twin=${owner.twin_id}`;
  const { id: key_id } = await owner.json("POST", "/api-keys", {
    twin_id: owner.twin_id,
    name: "Shop",
    allowed_domains: ["shop.example"],
  }, 201);

  await t.step("API Keys: each tool has its modal", async () => {
    const send = (fields: Fields, status = 422) =>
      sendForm(scene, `/api-keys${twin}`, fields, status);
    const made = await send({
      action: "create",
      name: "Typed name",
      type: "publishable",
      allowed_domains: "no domain!",
    });
    assert.deepEqual(openModals(made), ["create-key"]);
    assert.match(modalOf(made, "create-key").text, /value="Typed name"/);
    assert.match(modalOf(made, "create-key").text, />no domain!<\/textarea>/);

    const edit = `edit-${key_id}`;
    const updated = await send({
      action: "update",
      key_id,
      name: "Typed name",
      allowed_domains: "no domain!",
      rate_limit_per_minute: "60",
      expires_at: "",
    });
    assert.deepEqual(openModals(updated), [edit]);
    assert.match(modalOf(updated, edit).text, /value="Typed name"/);
    assert.doesNotMatch(modalOf(updated, "create-key").text, /Typed name/);

    const revoked = await send({ action: "revoke", key_id, confirm: "Typed" });
    assert.deepEqual(openModals(revoked), [`revoke-${key_id}`]);
    assert.match(modalOf(revoked, `revoke-${key_id}`).text, /value="Typed"/);

    const rotated = await send({
      action: "rotate",
      key_id,
      overlap_seconds: "soon",
    });
    assert.deepEqual(openModals(rotated), [`rotate-${key_id}`]);
  });

  await t.step("API Keys: a key ends when its form says", async () => {
    const { server, owner } = scene;
    const ends = async (fields: Record<string, string>) => {
      const made = { action: "create", name: "Brief", type: "secret" };
      await sendForm(scene, `/api-keys${twin}`, { ...made, ...fields }, 200);
      const { items } = await owner.json("GET", "/api-keys");
      const { expires_at } = items[0];
      return expires_at && Date.parse(expires_at) - server.clock.now();
    };
    assert.equal(await ends({ lives_days: "", expires_at: "" }), null);
    assert.equal(await ends({ lives_days: "30" }), 30 * 86_400_000);
    const at = new Date(server.clock.now() + 120_000).toISOString();
    const typed = { lives_days: "30", expires_at: at.slice(0, 16) };
    assert.ok(await ends(typed) <= 120_000, "the input counts");
  });

  await t.step(
    "API Keys: a tried domain stays, and nothing is refused",
    async () => {
      const typed = {
        key_id,
        name: "Typed name",
        allowed_domains: "other.example",
        rate_limit_per_minute: "7",
        expires_at: "",
        test_origin: "https://other.example/page",
      };
      for (const action of ["try", "enter"]) {
        const html = await sendForm(
          scene,
          `/api-keys${twin}`,
          { action, ...typed },
          200,
        );
        const edit = `edit-${key_id}`;
        assert.deepEqual(openModals(html), [edit]);
        const { text } = modalOf(html, edit);
        assert.match(text, /Yes, https:\/\/other\.example is allowed/);
        assert.match(text, /value="Typed name"/);
        assert.match(text, />other\.example<\/textarea>/);
        assert.match(text, /value="https:\/\/other\.example\/page"/);
        assert.doesNotMatch(text, /aria-invalid/);
      }
    },
  );

  await t.step("Settings: each card has its own", async () => {
    const send = (fields: Fields, status = 422) =>
      sendForm(scene, `/settings${twin}`, fields, status);
    const model = await send({
      action: "connect_model",
      provider: "other",
      base_url: "no address",
      model: "typed-model",
      api_key: "sk-a-secret-typed",
      daily_tokens: "1000",
    });
    assert.match(model, /value="no address"/);
    assert.match(model, /value="typed-model"/);
    assert.doesNotMatch(model, /sk-a-secret-typed/);

    const kept = await send({ action: "retention", retention_days: "many" });
    assert.match(kept, /value="many"/);
    assert.equal(kept.match(/aria-invalid/g)?.length, 1);

    const named = await send({
      action: "update",
      name: "",
      bio: "Typed words",
      greeting: "Hello",
      accent_color: "#336699",
      question_2: "Typed question?",
      paused: "on",
    });
    assert.match(named, />Typed words<\/textarea>/);
    assert.match(named, /value="Typed question\?"/);
    assert.match(
      named,
      /name="paused"[^>]* checked|checked[^>]* name="paused"/,
    );

    const left = await send({ action: "delete", confirm: "Typed" });
    assert.match(left, /value="Typed"/);
    assert.match(left, /to delete it\./);
  });

  await t.step("Team and Twins: the modal opens again", async () => {
    const invited = await sendForm(scene, "/team", {
      action: "invite",
      email: "no address",
      role: "owner",
    }, 422);
    assert.deepEqual(openModals(invited), ["invite"]);
    assert.match(modalOf(invited, "invite").text, /value="no address"/);
    const renamed = await sendForm(scene, "/team", {
      action: "rename_team",
      name: "",
    }, 422);
    assert.equal(renamed.match(/aria-invalid/g)?.length, 1);
    assert.match(renamed, /<input[^>]*"team-name"[^>]*aria-invalid/);
    const refused = await sendForm(scene, "/team", {
      action: "remove",
      user_id: "usr_none",
    }, 404);
    assert.deepEqual(openModals(refused), []);
    const made = await sendForm(scene, "/twins", {
      action: "create",
      name: " ",
      bio: "Typed words",
    }, 422);
    assert.deepEqual(openModals(made), ["new-twin"]);
    assert.match(modalOf(made, "new-twin").text, /Typed words/);
  });

  await t.step("Content: each way to add keeps its own", async () => {
    const ways = {
      create: { title: "", body: "Typed words" },
      create_pair: { question: "", answer: "Typed words" },
      import_page: { url: "Typed words" },
      add_source: { url: "Typed words", kind: "site" },
    };
    for (const [action, typed] of Object.entries(ways)) {
      const fields = { action, visibility: "public", ...typed };
      const html = await sendForm(scene, `/content${twin}`, fields, 422);
      assert.deepEqual(openModals(html), ["add"], action);
      const { text } = modalOf(html, "add");
      // Once where it was typed, and once more in an island's props.
      const places = text.match(/value="Typed words"|>Typed words</g) ?? [];
      assert.equal(places.length, 1, action);
      assert.match(text, /value="public" checked|checked[^>]* value="public"/);
    }
    const { id } = await owner.json(
      "POST",
      `/twins/${owner.twin_id}/content`,
      { title: "Item", body: "Stored words." },
      201,
    );
    const html = await sendForm(scene, `/content/${id}${twin}`, {
      action: "update",
      title: "",
      body: "Typed words",
      visibility: "public",
    }, 422);
    assert.match(html, />Typed words<\/textarea>/);
    assert.doesNotMatch(html, />Stored words\.<\/textarea>/);
  });

  await t.step("Conversations: an answer keeps its input", async () => {
    const html = await sendForm(scene, `/conversations/answer${twin}`, {
      action: "answer",
      question: "",
      answer: "Typed words",
    }, 422);
    assert.match(html, />Typed words<\/textarea>/);
    await sendForm(scene, `/conversations${twin}`, {
      action: "dismiss",
      message_id: "msg_none",
    }, 404);
    await sendForm(scene, `/share${twin}`, { action: "no such form" }, 400);
  });

  await t.step("My account: a password is not sent back", async () => {
    const changed = await sendForm(scene, "/account", {
      action: "password",
      current_password: "typed current",
      password: "short",
    }, 422);
    assert.deepEqual(openModals(changed), ["new-password"]);
    assert.doesNotMatch(changed, /typed current|value="short"/);
    const kept = await sendForm(scene, "/account", {
      action: "delete",
      current_password: `${PASSWORD} no`,
    }, 422);
    assert.deepEqual(openModals(kept), []);
    assert.equal(kept.match(/aria-invalid/g)?.length, 1);
    assert.ok(!kept.includes(PASSWORD));
  });
});

Deno.test("forms: a visitor's data is downloaded, and erased only when the e-mail is typed twice", async () => {
  await using server = await startServer({ env: ROOMY });
  const owner = await signUp(server);
  const scene = { owner, server };
  const email = "visitor@example.com";
  const { chat, token } = await shareTwin(owner);
  const { body } = await ask(server, chat, {
    message: "Do you fly helicopters?",
  });
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id: body.session_id,
    email,
  });
  const send = (fields: Record<string, string>, status: number) =>
    sendForm(scene, `/settings?twin=${owner.twin_id}`, fields, status);
  const erase = { action: "erase_person", email };
  const stored = JSON.parse(
    await send({ action: "export_person", email: email.toUpperCase() }, 200),
  );
  assert.equal(stored.leads[0].email, email);
  assert.match(JSON.stringify(stored.conversations), /helicopters/);
  const refused = await send({ ...erase, confirm: "somebody else" }, 422);
  assert.match(refused, new RegExp(`value="${email}"`));
  assert.match(refused, /Type visitor@example\.com to erase it/);
  await send({ ...erase, confirm: email }, 303);
  await send({ action: "export_person", email }, 404);
});
