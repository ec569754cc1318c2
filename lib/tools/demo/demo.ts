import { createApiKey } from "../../keys/api_keys.ts";
import { signUp } from "../../accounts/accounts.ts";
import { type App, createApp } from "../../app.ts";
import { getActor } from "../../accounts/sessions.ts";
import { systemClock } from "../../clock.ts";
import { readConfig } from "../../config.ts";
import { createContent } from "../../content/content.ts";
import { requireOwner } from "../../actor.ts";
import { loadBuilt } from "../../http/built.ts";
import { createHandler } from "../../http/handler.ts";
import { collectAnswer } from "../../http/chat_response.ts";
import { askByLink } from "../../chat/ask.ts";
import { requireShare, setSharing } from "../../sharing/share_links.ts";
import { listAllTwins, updateTwin } from "../../twins/twins.ts";
import { CONTENT, CREATOR, QUESTIONS } from "./content.ts";

/** Makes the demo's account, twin, content, share link and a key for `site`, by the ways anyone would. */
async function fill(app: App, site: string) {
  const caller = { address: "demo", user_agent: "demo" };
  const { name, email, password, twin_name } = CREATOR;
  const account = { name, email, password, twin_name };
  const { session_token } = await signUp(app, account, caller);
  const actor = await getActor(app, session_token);
  if (!actor) throw new Error("The demo's account could not be signed in");
  const owner = requireOwner(actor);
  const [{ id: twin_id }] = await listAllTwins(app, owner);
  const { bio, suggested_questions } = CREATOR;
  await updateTwin(app, owner, twin_id, { bio, suggested_questions });
  for (const item of CONTENT) await createContent(app, owner, twin_id, item);
  const { share_url, share_token } = await setSharing(
    app,
    owner,
    twin_id,
    true,
  );
  await talk(app, twin_id, share_token);
  const { key } = await createApiKey(app, owner, {
    twin_id,
    name: "Demo site",
    type: "publishable",
    allowed_domains: [site],
  });
  return { share_url, twin_id, key };
}

/** A few visitors' conversations, through the share link as any. */
async function talk(app: App, twin_id: string, token: string) {
  for (const [i, questions] of QUESTIONS.entries()) {
    let session_id: string | undefined;
    for (const message of questions) {
      const share = await requireShare(app, twin_id, token);
      const input = { message, session_id };
      const conversation = await askByLink(
        app,
        share,
        { address: `demo ${i}` },
        input,
      );
      session_id = conversation.session_id;
      await collectAnswer(conversation, AbortSignal.timeout(10_000));
    }
  }
}

/** A page of somebody's own site, with one line of Twincast in it. */
function sitePage(origin: string, twin_id: string, key: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mira Okafor, pottery</title>
<style>
  body { font: 18px/1.6 Georgia, serif; margin: 0; background: #f6f1ea; color: #3a2f28; }
  main { max-width: 40rem; margin: 12vh auto; padding: 0 1.5rem; }
  h1 { font-weight: 400; font-size: 2.6rem; line-height: 1.15; }
</style>
</head>
<body>
<main>
<h1>Bowls for every day, made to be used.</h1>
<p>This page is on another origin than Twincast. The chat in the corner is one line in its source.</p>
</main>
<script async src="${origin}/widget.js" data-twin-id="${twin_id}" data-api-key="${key}"></script>
</body>
</html>`;
}

const config = readConfig(Deno.env.toObject());
const site_port = config.port === 0 ? 0 : config.port + 80;
const kv = await Deno.openKv(":memory:");
const app = createApp(config, kv, systemClock(), () => {});
const { routes, assets } = await loadBuilt();

let page = "";
const site = Deno.serve(
  { port: site_port, onListen: () => {} },
  () =>
    new Response(page, {
      headers: { "content-type": "text/html; charset=utf-8" },
    }),
);
const site_url = `http://localhost:${site.addr.port}`;
const { share_url, twin_id, key } = await fill(app, site_url);
page = sitePage(config.base_url, twin_id, key);
Deno.serve(
  { port: config.port, automaticCompression: true, onListen: () => {} },
  createHandler(app, routes, assets),
);
console.log(`A twin is ready. It is gone when you end this with Ctrl+C.

  Talk to it        ${share_url}
  On another site   ${site_url}
  Its dashboard     ${config.base_url}/login
                    ${CREATOR.email} / ${CREATOR.password}

Ask it: ${CREATOR.suggested_questions.join(" · ")}`);
