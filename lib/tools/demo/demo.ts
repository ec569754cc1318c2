import { createApp } from "../../app.ts";
import { systemClock } from "../../clock.ts";
import { readConfig } from "../../config/config.ts";
import { loadBuilt } from "../../http/built.ts";
import { createHandler } from "../../http/handler.ts";
import { CREATOR, STARTERS } from "./content.ts";
import { fill } from "./fill.ts";
import { shiftedClock } from "./shifted_clock.ts";
import { sitePage } from "./site.ts";

const config = readConfig(Deno.env.toObject());
const site_port = config.port === 0 ? 0 : config.port + 80;
const kv = await Deno.openKv(":memory:");
const clock = shiftedClock(systemClock());
const app = createApp(config, kv, clock, () => {});
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
const { page_url, ...made } = await fill(app, clock, site_url);
page = sitePage(config.base_url, made);
Deno.serve(
  { port: config.port, automaticCompression: true, onListen: () => {} },
  createHandler(app, routes, assets),
);
console.log(`A twin is ready. It is gone when you end this with Ctrl+C.

  Talk to it        ${page_url}
  On another site   ${site_url}
  Its dashboard     ${config.base_url}/login
                    ${CREATOR.email} / ${CREATOR.password}

Ask it: ${STARTERS.join(" · ")}`);
