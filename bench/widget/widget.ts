/*
 * What the widget costs the page that embeds it, compared with a blank page, a baseline and three peers, on a desktop
 * and on a slow phone. `deno run -A bench/widget/widget.ts` prints the figures, then the targets.
 */
import { setScene } from "../../tests/browser/scene.ts";
import { median, printLines, printTable, type Row } from "../report.ts";
import { hostPages, NAMES } from "./pages.ts";
import { servePeers } from "./peers.ts";
import { targetRows } from "./targets.ts";
import {
  DESKTOP,
  type Figures,
  PHONE,
  type Profile,
  type Visit,
  visit,
} from "./visit.ts";

/** Measures, prints the figures of each page, and returns the targets. */
export async function benchWidget(): Promise<Row[]> {
  await using scene = await setScene();
  await using peers = await servePeers();
  const pages = hostPages(scene, peers.origin);
  const measure = async (profile: Profile): Promise<Figures> => {
    const visits = NAMES.map((name) => ({ name, all: [] as Visit[] }));
    // The first round warms up server and browser.
    for (let round = 0; round <= profile.rounds; round++) {
      for (const { name, all } of visits) {
        const figures = await visit(scene, pages[name], profile);
        if (round > 0) all.push(figures);
      }
    }
    return Object.fromEntries(
      visits.map(({ name, all }) => [name, summary(all)]),
    ) as Figures;
  };
  const desktop = await measure(DESKTOP);
  const phone = await measure(PHONE);
  printFigures({ desktop, phone });
  return targetRows(desktop, phone);
}

function summary(visits: Visit[]): Visit {
  const all = (name: keyof Visit) => visits.map((visit) => visit[name]);
  return {
    shown_ms: median(all("shown_ms")),
    script_ms: median(all("script_ms")),
    task_ms: median(all("task_ms")),
    // A long task may also be due to other work on the machine.
    long_tasks: median(all("long_tasks")),
    layout_shift: Math.max(...all("layout_shift")),
    bytes: Math.max(...all("bytes")),
    requests: Math.max(...all("requests")),
    stored: Math.max(...all("stored")),
  };
}

function printFigures(profiles: Record<string, Figures>): void {
  const titles = [
    "page",
    "profile",
    "brotli",
    "requests",
    "on screen",
    "script",
    "main thread",
    "long tasks",
    "layout shift",
    "stored",
  ];
  const lines = Object.entries(profiles).flatMap(([profile, figures]) =>
    NAMES.map((name) => {
      const of = figures[name];
      return [
        name,
        profile,
        `${of.bytes} B`,
        `${of.requests}`,
        `${of.shown_ms.toFixed(0)} ms`,
        `${of.script_ms.toFixed(1)} ms`,
        `${of.task_ms.toFixed(0)} ms`,
        `${of.long_tasks}`,
        of.layout_shift.toFixed(3),
        `${of.stored}`,
      ];
    })
  );
  printLines(titles, lines);
}

if (import.meta.main) {
  printTable(await benchWidget());
  // The browser would keep the process alive.
  Deno.exit(0);
}
