// Every page, for everyone who may open it, wide and narrow, light and dark, filled and empty.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { invite, signUp, startServer, statusOf } from "../harness.ts";
import { FILLED, type Filled, fillTeam, signUpLongAgo } from "./filled_team.ts";
import { openBrowser } from "./launch.ts";
import {
  dress,
  faults,
  findings,
  openTab,
  sideways,
  unseenStops,
} from "./looking.ts";
import { tryModals } from "./modals.ts";
import { PAGES, type Place } from "./pages.ts";

type Theme = "light" | "dark";

type Visit = {
  who: string;
  cookie: string | null;
  filled: Filled;
  places: [string, Place][];
  /** The theme for axe at 1440 pixels and at 375. */
  wide?: Theme;
  narrow?: Theme;
  /** It begins at 375 pixels. */
  isFromNarrow?: boolean;
  /** Also checks every focus style and every modal. */
  isThorough?: boolean;
  /** Axe reads every modal too. */
  isWhole?: boolean;
};

/** In this order or the other. */
const WIDTHS = [1440, 768, 375];
const HEIGHT = 900;

/**
 * The visit of a page: every second one begins where the one before ended, since in another size all is painted anew.
 * Unless it is whole, axe reads in one of the two sizes: every second page wide, the others narrow.
 */
function visitOf(visit: Visit, page: number, isWhole: boolean): Visit {
  const own = { ...visit, isWhole, isFromNarrow: page % 2 === 1 };
  return isWhole
    ? own
    : { ...own, [page % 2 === 0 ? "narrow" : "wide"]: undefined };
}

const of = (who: Place["who"]) =>
  Object.entries(PAGES).filter(([, place]) => place.who === who);

/** What a check of all pages collects: links with the cookie to follow them, and the number of modals opened. */
type Seen = { links: Map<string, string | null>; modals: number };

/**
 * Checks every page: no errors, no overflow, no serious axe finding, no dead link, no modal that loses the focus.
 * `isWhole` runs axe on each page in both sizes and themes and in each modal, includes a viewer's pages, and runs axe on
 * a newcomer's too: both show parts of an owner's.
 */
export async function lookAtAll(
  { isWhole }: { isWhole: boolean },
): Promise<void> {
  await using server = await startServer({ env: FILLED });
  const owner = await signUpLongAgo(server);
  const viewer = await invite(server, owner, "viewer");
  const newcomer = await signUp(server);
  const filled = await fillTeam(server, owner);
  const viewers: Visit = {
    ...{ who: "viewer", cookie: viewer.cookie, filled, places: of("team") },
    wide: "dark",
  };
  const lanes: Visit[][] = [[
    {
      ...{ who: "owner", cookie: owner.cookie, filled, places: of("team") },
      ...{ wide: "light", narrow: "dark", isThorough: true },
    },
  ], [
    ...isWhole ? [viewers] : [],
    {
      who: "newcomer",
      cookie: newcomer.cookie,
      filled: { ...filled, twin_id: newcomer.twin_id },
      places: of("team").filter(([, { isOfOne }]) => !isOfOne),
      narrow: isWhole ? "light" : undefined,
    },
    {
      ...{ who: "nobody", cookie: null, filled, places: of("anyone") },
      ...{ wide: "light", narrow: "dark", isThorough: true },
    },
    {
      ...{ who: "somebody who tries", cookie: filled.trial, filled },
      ...{ places: of("trial"), wide: "light", narrow: "dark" },
      isThorough: true,
    },
  ]];
  await using browser = await openBrowser();
  const wrong: string[] = [];
  const seen: Seen = { links: new Map(), modals: 0 };
  await Promise.all(lanes.map(async (lane) => {
    for (const visit of lane) {
      const tab = await openTab(browser, server.base, visit.cookie);
      for (const [i, [route, place]] of visit.places.entries()) {
        const own = visitOf(visit, i, isWhole);
        const lines = await look(tab, server.base, own, place, seen);
        wrong.push(...lines.map((line) => `${route} as ${visit.who}: ${line}`));
      }
      await tab.page.context().close();
    }
  }));
  for (const [path, cookie] of seen.links) {
    const headers: HeadersInit = cookie ? { cookie } : {};
    const status = await statusOf(server.fetch(path, { headers }));
    if (status >= 400) wrong.push(`a link to ${path}, which answers ${status}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen.modals >= 3, `only ${seen.modals} modals were found`);
}

type Tab = Awaited<ReturnType<typeof openTab>>;

/** All faults of a page. */
async function look(
  { page, complaints }: Tab,
  base: string,
  visit: Visit,
  { path, status = 200 }: Place,
  seen: Seen,
): Promise<string[]> {
  const { cookie, filled, wide, narrow, isThorough, isFromNarrow } = visit;
  complaints.length = 0;
  const widths = isFromNarrow ? WIDTHS.toReversed() : WIDTHS;
  const themes = isFromNarrow ? [narrow, wide] : [wide, narrow];
  await page.setViewportSize({ width: widths[0], height: HEIGHT });
  await page.emulateMedia({ colorScheme: themes[0] ?? themes[1] });
  const response = await page.goto(base + path(filled));
  const wrong = [
    ...response?.status() === status ? [] : [`status ${response?.status()}`],
    ...await faults(page),
    ...await sideways(page, widths[0]),
  ];
  for (const link of await linksOf(page)) seen.links.set(link, cookie);
  // Folded content belongs to the page too.
  await page.locator("main details").evaluateAll((all) =>
    all.forEach((node) => node.setAttribute("open", ""))
  );
  for (const width of widths) {
    if (width === 768 && !isThorough) continue;
    wrong.push(...await sideways(page, width));
    if (width === 1440) wrong.push(...await lookWide(page, visit));
    if (width === 375) wrong.push(...await lookNarrow(page, visit, seen));
  }
  if (/tw_sk_\w{32}|password_hash|argon2/.test(await page.content())) {
    wrong.push("a secret stands in it");
  }
  // The error page has an error status, which the console repeats.
  const own = new RegExp(`status of ${status} `);
  return [...wrong, ...complaints.filter((text) => !own.test(text))];
}

async function lookWide(
  page: Page,
  { wide, isThorough }: Visit,
): Promise<string[]> {
  const wrong: string[] = [];
  if (wide) {
    await dress(page, wide);
    wrong.push(...await findings(page));
  }
  if (isThorough) wrong.push(...await unseenStops(page));
  return wrong;
}

async function lookNarrow(
  page: Page,
  { narrow, isThorough, isWhole = false }: Visit,
  seen: Seen,
): Promise<string[]> {
  const wrong: string[] = [];
  if (narrow) {
    await dress(page, narrow);
    wrong.push(...await findings(page));
  }
  if (isThorough) {
    const modals = await tryModals(page, isWhole);
    seen.modals += modals.opened;
    wrong.push(...modals.wrong);
  }
  return wrong;
}

async function linksOf(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search)
  );
}
