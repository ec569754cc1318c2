import type { Filled } from "./filled_team.ts";

/** A page: its path, who visits it, and its status if not 200. */
export type Place = {
  path: (filled: Filled) => string;
  who: "team" | "anyone" | "trial";
  status?: number;
  /** It is about one thing, and a team without any has no such page. */
  isOfOne?: boolean;
};

const ofTwin = (path: string, more = ""): Place => ({
  who: "team",
  path: ({ twin_id }) => `/dashboard${path}?twin=${twin_id}${more}`,
});

/** All pages, by route and, after a #, state; a test compares this list with the routes. */
export const PAGES: Record<string, Place> = {
  "/": { who: "anyone", path: () => "/" },
  "/docs": { who: "anyone", path: () => "/docs" },
  "/docs/{group}": { who: "anyone", path: () => "/docs/webhooks" },
  "/login": { who: "anyone", path: () => "/login" },
  "/unsubscribe/{token}": {
    who: "anyone",
    path: ({ unsubscribe }) => unsubscribe,
  },
  "/forgot": { who: "anyone", path: () => "/forgot" },
  "/signup": { who: "anyone", path: () => "/signup" },
  "/try": { who: "trial", path: () => "/try" },
  "/share/{twin_id}/{token}": {
    who: "anyone",
    path: ({ twin_id, token }) => `/share/${twin_id}/${token}`,
  },
  "/at/{handle}": { who: "anyone", path: ({ handle }) => `/@${handle}` },
  "/embed/{twin_id}": {
    who: "anyone",
    path: ({ twin_id, key }) => `/embed/${twin_id}?key=${key}`,
  },
  "/invite/{token}": { who: "anyone", path: ({ invite }) => invite },
  "/notify/{ticket}": { who: "anyone", path: ({ tell }) => tell },
  "/reset/{token}": { who: "anyone", path: ({ reset }) => reset },
  "/_error": { who: "anyone", status: 404, path: () => "/nothing/here" },
  "/dashboard": ofTwin(""),
  "/dashboard/account": ofTwin("/account"),
  "/dashboard/activity": ofTwin("/activity"),
  "/dashboard/api-keys": ofTwin("/api-keys"),
  "/dashboard/channels": ofTwin("/channels"),
  "/dashboard/content": ofTwin("/content"),
  "/dashboard/content/{content_id}": {
    who: "team",
    isOfOne: true,
    path: ({ twin_id, content_id }) =>
      `/dashboard/content/${content_id}?twin=${twin_id}`,
  },
  "/dashboard/content/first-questions": ofTwin("/content/first-questions"),
  "/dashboard/content/health": ofTwin("/content/health"),
  "/dashboard/content/sources": ofTwin("/content/sources"),
  "/dashboard/content/imports/{import_id}": {
    who: "team",
    isOfOne: true,
    path: ({ twin_id, import_id }) =>
      `/dashboard/content/imports/${import_id}?twin=${twin_id}`,
  },
  "/dashboard/conversations": ofTwin("/conversations"),
  "/dashboard/conversations/answer": ofTwin("/conversations/answer"),
  "/dashboard/conversations/{conversation_id}": {
    who: "team",
    isOfOne: true,
    path: ({ twin_id, conversation_id }) =>
      `/dashboard/conversations/${conversation_id}?twin=${twin_id}`,
  },
  "/dashboard/embed": ofTwin("/embed"),
  "/dashboard/embed/preview": {
    who: "team",
    isOfOne: true,
    path: ({ twin_id, key_id }) =>
      `/dashboard/embed/preview?twin=${twin_id}&key_id=${key_id}`,
  },
  "/dashboard/settings": ofTwin("/settings"),
  "/dashboard/settings#voice": ofTwin("/settings", "&tab=voice"),
  "/dashboard/settings#privacy": ofTwin("/settings", "&tab=privacy"),
  "/dashboard/settings#server": ofTwin("/settings", "&tab=server"),
  "/dashboard/settings#danger": ofTwin("/settings", "&tab=danger"),
  "/dashboard/share": ofTwin("/share"),
  "/dashboard/team": ofTwin("/team"),
  "/dashboard/twins": ofTwin("/twins"),
  "/dashboard/webhooks": ofTwin("/webhooks"),
};

/** The routes of all files in `routes/` that render a page. */
export async function* routesOfPages(): AsyncGenerator<string> {
  yield* pagesBelow(new URL("../../routes/", import.meta.url), "");
}

async function* pagesBelow(folder: URL, path: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) {
      const inner = new URL(`${encodeURIComponent(name)}/`, folder);
      yield* pagesBelow(inner, `${path}/${name}`);
    } else if (/^([^_].*|_error)\.tsx$/.test(name)) {
      const route = `${path}/${name.replace(/\.tsx$/, "")}`
        .replace(/\/index$/, "").replace(/\[(\w+)\]/g, "{$1}");
      yield route || "/";
    }
  }
}
