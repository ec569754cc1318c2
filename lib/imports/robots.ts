import { webAddresses } from "./addresses.ts";

/** A site's robots.txt for this program (RFC 9309). */
export type Robots = {
  rules: { allow: boolean; path: string }[];
  sitemaps: string[];
  /** The requested pause between two requests, in seconds. */
  delay_s: number;
};

const MAX_RULES = 1_000;
const LONGEST = 500;

/** Reads a robots.txt: the group for `agent`, or else the one for everybody. */
export function readRobots(text: string, agent: string, base: string): Robots {
  const groupOf = (): Robots => ({ rules: [], sitemaps: [], delay_s: 0 });
  // Only two of them are ever used, however many there are.
  const groups = new Map([[agent, groupOf()], ["*", groupOf()]]);
  const named = new Set<string>();
  const sitemaps: string[] = [];
  let current = new Set<Robots>();
  let is_naming = false;
  for (const { name, value } of fields(text)) {
    if (name === "sitemap") sitemaps.push(value);
    if (name === "user-agent") {
      if (!is_naming) current = new Set();
      const group = groups.get(value.toLowerCase());
      if (group) {
        named.add(value.toLowerCase());
        current.add(group);
      }
    } else if (name === "allow" || name === "disallow") {
      const rule = { allow: name === "allow", path: value.slice(0, LONGEST) };
      for (const { rules } of current) {
        // An empty path disallows nothing.
        if (value && rules.length < MAX_RULES) rules.push(rule);
      }
    } else if (name === "crawl-delay") {
      for (const group of current) group.delay_s = Number(value) || 0;
    }
    // Consecutive agent names share one group.
    if (name !== "sitemap") is_naming = name === "user-agent";
  }
  const { rules, delay_s } = groups.get(named.has(agent) ? agent : "*") ??
    groupOf();
  return { rules, delay_s, sitemaps: webAddresses(sitemaps, base, 100) };
}

function* fields(text: string): Generator<{ name: string; value: string }> {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const hash = line.indexOf("#");
    const said = hash < 0 ? line : line.slice(0, hash);
    const at = said.indexOf(":");
    if (at < 0) continue;
    yield {
      name: said.slice(0, at).trim().toLowerCase(),
      value: said.slice(at + 1).trim(),
    };
  }
}

/**
 * Whether a site lets this program request an address: the longest rule decides, and in a tie the one that allows.
 */
export function isAllowed({ rules }: Robots, url: string): boolean {
  const { pathname, search } = new URL(url);
  const path = pathname + search;
  let best = { allow: true, path: "" };
  for (const rule of rules) {
    const { length } = rule.path;
    if (length < best.path.length) continue;
    if (length === best.path.length && !rule.allow) continue;
    if (matches(rule.path, path)) best = rule;
  }
  return best.allow;
}

/** Whether a path begins with a pattern, in which `*` stands for anything and a final `$` for the end. */
function matches(pattern: string, path: string): boolean {
  const is_whole = pattern.endsWith("$");
  const parts = (is_whole ? pattern.slice(0, -1) : pattern).split("*");
  const [first, ...rest] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const is_last = i === rest.length - 1;
    const found = is_whole && is_last
      ? path.length - part.length
      : path.indexOf(part, at);
    if (found < at || (is_whole && is_last && !path.endsWith(part))) {
      return false;
    }
    at = found + part.length;
  }
  return !is_whole || rest.length > 0 || at === path.length;
}
