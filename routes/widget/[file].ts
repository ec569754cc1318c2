import { notFound } from "../../lib/errors.ts";
import { callOf } from "../../lib/http/call.ts";
import { problemResponse } from "../../lib/http/problem.ts";
import { getWidgetVersion } from "../../lib/embed/widget_versions.ts";
import { handler } from "./$[file].ts";

/** An earlier version of the widget, pinned by some page. The current one is a file. */
export const handlers = handler({
  GET: async ({ req, params }) => {
    const call = callOf(req);
    const version = /^[\da-f]{16}(?=\.js$)/.exec(params.file)?.[0];
    const bytes = version && await getWidgetVersion(call.app.kv, version);
    if (!bytes) return problemResponse(call, notFound("version"));
    return new Response(bytes, {
      headers: {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
      },
    });
  },
});
