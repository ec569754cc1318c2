import { localSite } from "./local_site.ts";

/** Links per page. */
const EACH = 20;

/**
 * A site of `count` pages below its home, found by links only: home links to lists, these to pages. Every seventh page
 * first answers that it is asked too often. A test can change pages, and hold one back.
 */
export function crawledSite(count: number, { after = "0" } = {}) {
  const changed = new Set<number>();
  const answered: string[] = [];
  const told = new Set<string>();
  const hold = { path: "", reached: () => {}, until: Promise.resolve() };
  const lists = Math.ceil(count / EACH);
  const site = localSite(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === hold.path) {
      hold.reached();
      await hold.until;
    }
    const body = bodyOf(pathname, { count, lists, changed });
    if (body === null) return new Response("no", { status: 404 });
    if (/7$/.test(pathname) && !told.has(pathname)) {
      told.add(pathname);
      const headers = { "retry-after": after };
      return new Response("slowly", { status: 429, headers });
    }
    const etag = `"${body.length} ${changed.has(numberOf(pathname))}"`;
    const is_known = request.headers.get("if-none-match") === etag;
    answered.push(`${pathname} ${is_known ? 304 : 200}`);
    if (is_known) return new Response(null, { status: 304 });
    const headers = { "content-type": "text/html", etag };
    return new Response(body, { headers });
  });
  return { ...site, url: `http://${site.host}/`, changed, answered, hold };
}

function numberOf(path: string): number {
  return Number(/^\/pages\/(\d+)$/.exec(path)?.[1] ?? -1);
}

function bodyOf(
  path: string,
  { count, lists, changed }: {
    count: number;
    lists: number;
    changed: Set<number>;
  },
): string | null {
  const links = (paths: string[]) =>
    paths.map((one) => `<li><a href="${one}">${one}</a></li>`).join("");
  const page = (title: string, text: string, more = "") =>
    `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><ul>${more}</ul></main></body></html>`;
  if (path === "/") {
    const paths = Array.from({ length: lists }, (_, n) => `/lists/${n}`);
    return page("All courses", "Our courses by their halls.", links(paths));
  }
  const list = Number(/^\/lists\/(\d+)$/.exec(path)?.[1] ?? -1);
  if (list >= 0 && list < lists) {
    const [from, to] = [list * EACH, Math.min(count, (list + 1) * EACH)];
    const paths = Array.from({ length: to - from }, (_, i) => from + i)
      .map((n) => `/pages/${n}`);
    return page(`Hall ${list}`, `Courses of hall ${list}.`, links(paths));
  }
  const n = numberOf(path);
  if (n < 0 || n >= count) return null;
  const price = changed.has(n) ? 900 + n : 100 + n;
  return page(
    `Course ${n}`,
    `Course ${n} costs ${price} euros a seat. It begins in hall ${
      Math.floor(n / EACH)
    } with a tour of its kiln, and ends with a firing of what was made.`,
  );
}
