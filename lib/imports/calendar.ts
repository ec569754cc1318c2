import {
  type ContentLine,
  contentLines,
  textOfValue,
} from "./content_lines.ts";
import { type LeftOut, oneText, type Reading, type Refusal } from "./kinds.ts";

/** The most events read per calendar. */
const MOST_EVENTS = 2_000;

type Event = Map<string, ContentLine>;

/** Reads the events of a calendar (iCalendar) by day, each with its time and place. Attendees are left out. */
export function readCalendar(text: string): Reading | Refusal {
  const { title, zone, events } = eventsOf(text);
  const open = events.filter((event) =>
    !/^(?:PRIVATE|CONFIDENTIAL)$/i.test(event.get("CLASS")?.value ?? "")
  );
  const said = open.slice(0, MOST_EVENTS)
    .map((event) => ({ at: whenOf(event.get("DTSTART"), zone), event }))
    .sort((a, b) => a.at < b.at ? -1 : 1)
    .map(({ event }) => saidOf(event, zone)).filter(Boolean);
  if (said.length === 0) {
    return {
      refusal:
        "No event was found in this calendar that visitors may know. Write the dates as text.",
    };
  }
  const left_out: LeftOut[] = [];
  const leave = (n: number, what: string, why: string) => {
    if (n > 0) left_out.push({ what: `${n} ${what}`, why });
  };
  leave(
    events.length - open.length,
    "private events",
    "The calendar says that they are private.",
  );
  leave(
    open.length - MOST_EVENTS,
    "more events",
    `At most ${MOST_EVENTS} events of a calendar are read.`,
  );
  return { ...oneText(title, said.join("\n\n")), left_out };
}

function eventsOf(text: string) {
  const events: Event[] = [];
  const within: string[] = [];
  let title: string | null = null;
  let zone: string | undefined;
  for (const line of contentLines(text)) {
    const { name, value } = line;
    if (name === "BEGIN") {
      within.push(value.toUpperCase());
      if (value.toUpperCase() === "VEVENT") events.push(new Map());
    } else if (name === "END") within.pop();
    else if (within.at(-1) === "VEVENT") events.at(-1)?.set(name, line);
    else if (name === "X-WR-CALNAME") title = textOfValue(value) || null;
    else if (name === "X-WR-TIMEZONE") zone = value;
  }
  return { title, zone, events };
}

function saidOf(event: Event, zone?: string): string {
  const text = (name: string) => textOfValue(event.get(name)?.value ?? "");
  const begins = whenOf(event.get("DTSTART"), zone);
  const ends = whenOf(event.get("DTEND"), zone, true);
  if (!text("SUMMARY") || !begins) return "";
  const lines = [
    ["Begins", begins],
    ["Ends", ends === begins ? "" : ends],
    ["Repeats", repeats(event.get("RRULE")?.value ?? "")],
    ["Place", text("LOCATION").replace(/\s*\n\s*/g, ", ")],
    ["State", /^CANCELLED$/i.test(text("STATUS")) ? "cancelled" : ""],
    ["Website", text("URL")],
  ].filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`);
  const about = text("DESCRIPTION").replace(/<[^<>]{1,500}>/g, " ");
  return [`## ${text("SUMMARY")}`, lines.join("  \n"), about]
    .filter(Boolean).join("\n\n");
}

/** `2026-12-05 10:00`, or a day; in the calendar's own time zone if it names one. An end date is inclusive. */
function whenOf(
  line: ContentLine | undefined,
  zone?: string,
  is_end = false,
): string {
  const [, year, month, day, hour, minute, is_utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(
      line?.value ?? "",
    ) ?? [];
  if (!year) return "";
  if (!hour) {
    // An all-day event ends where the next day begins.
    const at = Date.UTC(+year, +month - 1, +day - (is_end ? 1 : 0));
    return new Date(at).toISOString().slice(0, 10);
  }
  const written = `${year}-${month}-${day} ${hour}:${minute}`;
  if (!is_utc) return written;
  return inZone(Date.UTC(+year, +month - 1, +day, +hour, +minute), zone) ??
    `${written} UTC`;
}

function inZone(at_ms: number, timeZone?: string): string | null {
  if (!timeZone) return null;
  try {
    const format = new Intl.DateTimeFormat("sv", {
      ...{ timeZone, dateStyle: "short", timeStyle: "short" },
    });
    return format.format(at_ms);
  } catch {
    // A custom name for a zone.
    return null;
  }
}

const EVERY: Record<string, string> = {
  DAILY: "day",
  WEEKLY: "week",
  MONTHLY: "month",
  YEARLY: "year",
};
const DAYS: Record<string, string> = {
  ...{ MO: "Monday", TU: "Tuesday", WE: "Wednesday", TH: "Thursday" },
  ...{ FR: "Friday", SA: "Saturday", SU: "Sunday" },
};

/** `FREQ=WEEKLY;BYDAY=MO` becomes "every week, on Monday". */
function repeats(rule: string): string {
  const parts = new Map(
    rule.split(";").map((part) => part.split("=") as [string, string]),
  );
  const every = EVERY[parts.get("FREQ") ?? ""];
  if (!every) return "";
  const n = Number(parts.get("INTERVAL") ?? 1);
  const days = (parts.get("BYDAY") ?? "").split(",")
    .map((day) => /^[A-Z]{2}$/.test(day) ? DAYS[day] : "").filter(Boolean);
  const [, year, month, day] =
    /^(\d{4})(\d\d)(\d\d)/.exec(parts.get("UNTIL") ?? "") ?? [];
  return [
    n > 1 ? `every ${n} ${every}s` : `every ${every}`,
    days.length > 0 ? `on ${days.join(", ")}` : "",
    year ? `until ${year}-${month}-${day}` : "",
    parts.has("COUNT") ? `${parts.get("COUNT")} times` : "",
  ].filter(Boolean).join(", ");
}
