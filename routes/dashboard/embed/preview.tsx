import { Head } from "fresh/runtime";
import { requireApiKey } from "../../../lib/keys/api_keys.ts";
import { requireKeyByHash } from "../../../lib/keys/live_keys.ts";
import { safeId } from "../../../lib/http/endpoint.ts";
import { memberPage } from "../../../lib/pages/access.ts";
import { mintTicket } from "../../../lib/keys/tickets.ts";
import { requireTwin } from "../../../lib/twins/twins.ts";
import {
  type EmbedOptions,
  readWidgetOptions,
} from "../../../lib/embed/look.ts";
import { handler, page } from "./$preview.ts";

type Data = { twin_id: string; ticket: string; look: EmbedOptions };

/** A page that looks like someone's site, with the real widget on it. Only the dashboard frames it. */
export const handlers = handler({
  GET: memberPage<Data>(async ({ app, actor, call, url }) => {
    const asked = (name: string) => safeId(url.searchParams.get(name) ?? "");
    const twin = await requireTwin(app, actor, asked("twin"));
    const { value: key } = await requireApiKey(app, actor, asked("key_id"));
    const live = await requireKeyByHash(app, key.key_hash, twin.id);
    const { ticket } = await mintTicket(app, live, actor);
    call.frame_ancestors = "'self'";
    const look = readWidgetOptions(Object.fromEntries(url.searchParams), twin);
    return { data: { twin_id: twin.id, ticket, look } };
  }),
});

export default page(({ data: { twin_id, ticket, look } }) => (
  <main class="min-h-dvh space-y-8 p-6">
    <Head>
      <title>Your site</title>
      <script
        async
        src="/widget.js"
        data-twin-id={twin_id}
        data-api-key={ticket}
        data-position={look.position}
        data-theme={look.theme}
        data-accent={look.accent}
        data-label={look.label}
        data-offset={look.offset}
        data-lang={look.lang}
        data-greeting={look.greeting}
        data-questions={look.questions}
        data-launcher={look.launcher}
        data-persist="none"
        data-open="true"
      />
    </Head>
    <div class="flex items-center gap-3">
      <div class="size-8 rounded-full bg-hover" />
      <h1 class="text-sm font-semibold text-muted">Your site</h1>
      <div class="ms-auto h-3 w-12 rounded-full bg-hover" />
      <div class="h-3 w-12 rounded-full bg-hover" />
    </div>
    <div class="h-40 rounded-xl bg-hover" />
    {["w-5/6", "w-4/6", "w-full", "w-3/6", "w-5/6", "w-2/6"].map((width) => (
      <div key={width} class={`h-3 rounded-full bg-hover ${width}`} />
    ))}
  </main>
));
