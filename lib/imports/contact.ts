import {
  type ContentLine,
  contentLines,
  partsOfValue,
  textOfValue,
} from "./content_lines.ts";
import { oneText, type Reading, type Refusal } from "./kinds.ts";

/** The most contacts read per file. */
const MOST_CONTACTS = 1_000;
/** The properties read, with their labels, in this order. */
const SAID: [name: string, label: string][] = [
  ["ORG", "Organization"],
  ["TITLE", "Role"],
  ["ROLE", "Role"],
  ["TEL", "Phone"],
  ["EMAIL", "E-mail"],
  ["ADR", "Address"],
  ["URL", "Website"],
  ["NOTE", "Note"],
];

/** Reads contacts (vCard): each person's name, with how to reach them. Pictures and birthdays are left out. */
export function readContacts(text: string): Reading | Refusal {
  const cards: ContentLine[][] = [];
  for (const line of contentLines(text)) {
    if (line.name === "BEGIN") cards.push([]);
    else cards.at(-1)?.push(line);
  }
  const said = cards.slice(0, MOST_CONTACTS).map(saidOf).filter(Boolean);
  if (said.length === 0) {
    return { refusal: "No contact was found in this file. Paste its text." };
  }
  const left_out = [{
    what: "Pictures and birthdays",
    why:
      "Only names, roles, addresses, numbers and notes are read. Make it public only if visitors may know them.",
  }];
  const more = cards.length - MOST_CONTACTS;
  if (more > 0) {
    const why = `At most ${MOST_CONTACTS} contacts are read.`;
    left_out.push({ what: `${more} more contacts`, why });
  }
  return { ...oneText(null, said.join("\n\n")), left_out };
}

function saidOf(card: ContentLine[]): string {
  const all = (name: string) =>
    card.filter((line) => line.name === name)
      .map(({ value }) =>
        partsOfValue(value).join(", ").replace(/^(?:tel|mailto):/i, "")
      ).filter(Boolean);
  const [written = card.find(({ name }) => name === "N")?.value ?? ""] = card
    .filter(({ name }) => name === "FN").map(({ value }) => value);
  const name = textOfValue(written).replace(/;+/g, " ").trim();
  const lines = SAID.flatMap(([property, label]) =>
    all(property).map((value) => `${label}: ${value.replace(/\s+/g, " ")}`)
  );
  if (lines.length === 0) return "";
  return `${name ? `## ${name}\n\n` : ""}${[...new Set(lines)].join("  \n")}`;
}
