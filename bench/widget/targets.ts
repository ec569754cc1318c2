import { atMost, type Row } from "../report.ts";
import type { Figures } from "./visit.ts";

/** The widget's targets, compared with the measurements. */
export function targetRows(desktop: Figures, phone: Figures): Row[] {
  const requests = Math.max(desktop.ours.requests, phone.ours.requests);
  return [
    atMost("widget.js, until it is opened", desktop.ours.bytes, 3500, "B"),
    atMost("requests until it is opened", requests, 1, "request"),
    ...profileRows("desktop", desktop),
    ...profileRows("phone", phone),
  ];
}

function profileRows(profile: string, figures: Figures): Row[] {
  const { ours, "blank page": blank } = figures;
  const bubble = (peer: "typebot" | "floor", limit: number): Row => {
    const { shown_ms } = figures[peer];
    const ratio = ours.shown_ms / shown_ms;
    return {
      what: `bubble on screen, ${profile}`,
      ours: `${ours.shown_ms.toFixed(0)} ms`,
      against: `${peer}: ${shown_ms.toFixed(0)} ms`,
      ratio,
      target: `≤ ${limit} ×`,
      passes: ratio <= limit,
    };
  };
  const script_ms = ours.script_ms - blank.script_ms;
  return [
    bubble("typebot", 0.3),
    bubble("floor", 1.1),
    atMost(`script beyond a blank page, ${profile}`, script_ms, 8, "ms"),
    atMost(`layout shift, ${profile}`, ours.layout_shift, 0, "shift"),
    atMost(`long tasks, ${profile}`, ours.long_tasks, 0, "tasks"),
    atMost(`stored until it is opened, ${profile}`, ours.stored, 0, "entries"),
  ];
}
