import assert from "node:assert/strict";
import { Parser } from "htmlparser2";

/** The attributes of the script element that embeds the widget in a page. */
export function readWidgetScript(html: string): Record<string, string> {
  const scripts: Record<string, string>[] = [];
  new Parser({
    onopentag(name, attributes) {
      if (name === "script") scripts.push({ ...attributes });
    },
  }).end(html);
  assert.equal(scripts.length, 1);
  return scripts[0];
}
