import type { EmbedFields } from "../embed/look.ts";
import { listContent } from "../content/listing.ts";
import { listApiKeys } from "../keys/api_keys.ts";
import { getReplaced } from "../keys/rotation.ts";
import type { ApiKeyView } from "../schemas/api_key.ts";
import type { WidgetLook } from "../schemas/widget_look.ts";
import type { MemberCall } from "./access.ts";
import { keyStatus, loadOrigins } from "./api_key_rows.ts";
import type { TwinFrame } from "../views/frame.ts";

/** The data of the embed studio: the keys of web pages, newest first, and who called with the chosen one. */
export async function loadStudio(
  page: MemberCall,
  { twin }: TwinFrame,
) {
  const { app, actor, call, url } = page;
  const query = { limit: 100, twin_id: twin.id };
  const { items } = await listApiKeys(app, actor, query);
  const now = app.clock.now();
  const keys = items.filter((key) =>
    key.type === "publishable" && keyStatus(key, now) === "live"
  );
  const asked = (name: string) => url.searchParams.get(name) ?? "";
  // After a form that created a key, it is the newest.
  const current = keys.find(({ id }) => id === asked("key_id")) ?? keys[0];
  const looks = Object.fromEntries(
    keys.map((key) => [key.id, lookFields(key.appearance)]),
  );
  const fields: EmbedFields = {
    ...lookFields(current?.appearance ?? {}),
    key_id: current?.id ?? "",
    lang: asked("lang"),
    launcher: asked("launcher"),
    open: asked("open"),
    persist: asked("persist"),
    pin: asked("pin"),
  };
  const of = async (key: ApiKeyView | null | undefined) =>
    key ? await loadOrigins(page, key) : [];
  return {
    site: keys.length === 0 ? await likelySite(page, twin.id) : "",
    ...{ base_url: app.config.base_url, widget: call.widget },
    ...{ keys, looks, fields, now },
    uses: await of(current),
    replaced: await of(
      current && await getReplaced(app, actor, current.id),
    ),
  };
}

/** How many of the newest items are searched for a source site. */
const ASKED = 20;

/** The site that some of the twin's newest content came from; empty if none. */
async function likelySite(
  { app, actor }: MemberCall,
  twin_id: string,
): Promise<string> {
  const { items } = await listContent(app, actor, twin_id, { limit: ASKED });
  const read = items.find(({ source_url }) => source_url)?.source_url;
  const url = read ? URL.parse(read) : null;
  if (!url) return "";
  // With a scheme only if it is not the usual one.
  return url.protocol === "https:" && !url.port ? url.host : url.origin;
}

type LookFields = Pick<
  EmbedFields,
  | "accent_color"
  | "theme"
  | "position"
  | "launcher_label"
  | "greeting"
  | "suggested_questions"
  | "greet_after_seconds"
  | "offset_px"
>;

/** A stored look in its form's fields; empty where it follows the twin. */
function lookFields(look: WidgetLook): LookFields {
  return {
    accent_color: look.accent_color ?? "",
    theme: look.theme ?? "",
    position: look.position ?? "",
    launcher_label: look.launcher_label ?? "",
    greeting: look.greeting ?? "",
    suggested_questions: look.suggested_questions?.join("\n") ?? "",
    greet_after_seconds: `${look.greet_after_seconds ?? ""}`,
    offset_px: `${look.offset_px ?? ""}`,
  };
}
