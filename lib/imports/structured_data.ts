type Data = Record<string, unknown>;

/** A page's structured data (schema.org, JSON-LD): objects, including nested ones. */
export function readStructuredData(document: Document): Data[] {
  const found: Data[] = [];
  const scripts = document.querySelectorAll("script[type*='ld+json']");
  for (const script of scripts) {
    try {
      collect(JSON.parse(script.textContent ?? ""), found, 0);
    } catch {
      // Not JSON: search engines ignore it too.
    }
  }
  return found;
}

const MAX_DEPTH = 20;
const MAX_OBJECTS = 2_000;

function collect(value: unknown, found: Data[], depth: number): void {
  if (depth > MAX_DEPTH || found.length >= MAX_OBJECTS) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, depth + 1);
  } else if (isData(value)) {
    found.push(value);
    for (const one of Object.values(value)) collect(one, found, depth + 1);
  }
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isOfType({ "@type": type }: Data, name: RegExp): boolean {
  return [type].flat().some((one) => typeof one === "string" && name.test(one));
}

/** The texts of a value: an object's name, each entry of a list. */
export function said(value: unknown): string {
  if (typeof value === "string") return value.replace(/\s+/g, " ").trim();
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join(", ");
  return isData(value) ? said(value.name ?? value["@value"]) : "";
}

/** Events, products, places with their opening hours, as Markdown; empty if there are none. */
export function factsOf(data: Data[]): string {
  const facts = data.map((one) => {
    const name = said(one.name);
    const lines = isOfType(one, /Event$/)
      ? eventLines(one)
      : isOfType(one, /Product$/)
      ? productLines(one)
      : one.openingHours || one.openingHoursSpecification
      ? placeLines(one)
      : [];
    const filled = lines.filter(([, value]) => value)
      .map(([label, value]) => `${label}: ${value}`);
    if (!name || filled.length === 0) return "";
    return `## ${name}\n\n${filled.join("  \n")}`;
  });
  return [...new Set(facts)].filter(Boolean).join("\n\n");
}

type Line = [label: string, value: string];

function eventLines(event: Data): Line[] {
  return [
    ["About", said(event.description)],
    ["Begins", moment(event.startDate)],
    ["Ends", moment(event.endDate)],
    ["Place", placeOf(event.location)],
    ["By", said(event.performer)],
    ["Organizer", said(event.organizer)],
    ["Price", offersOf(event.offers)],
    ["State", plain(event.eventStatus).replace(/^Event/, "")],
  ];
}

function productLines(product: Data): Line[] {
  return [
    ["About", said(product.description)],
    ["Brand", said(product.brand)],
    ["Price", offersOf(product.offers)],
    ["Color", said(product.color)],
    ["Material", said(product.material)],
    ["Article number", said(product.sku)],
  ];
}

function placeLines(place: Data): Line[] {
  return [
    ["About", said(place.description)],
    ["Opening hours", hoursOf(place)],
    ["Address", addressOf(place.address)],
    ["Phone", said(place.telephone)],
    ["E-mail", said(place.email)],
    ["Prices", said(place.priceRange)],
  ];
}

function placeOf(value: unknown): string {
  return [value].flat().map((place) => {
    if (!isData(place)) return said(place);
    return [said(place.name), addressOf(place.address)].filter(Boolean)
      .join(", ");
  }).filter(Boolean).join("; ");
}

function addressOf(value: unknown): string {
  if (!isData(value)) return said(value);
  const town = [said(value.postalCode), said(value.addressLocality)];
  return [
    said(value.streetAddress),
    town.filter(Boolean).join(" "),
    said(value.addressRegion),
    said(value.addressCountry),
  ].filter(Boolean).join(", ");
}

function offersOf(value: unknown): string {
  return [value].flat().filter(isData).map((offer) => {
    const price = said(offer.price) || said(offer.lowPrice);
    const high = said(offer.highPrice);
    const range = high && high !== price ? `${price} to ${high}` : price;
    return [
      said(offer.name),
      range && `${range} ${said(offer.priceCurrency)}`.trim(),
      plain(offer.availability).replace(/([a-z])([A-Z])/g, "$1 $2")
        .toLowerCase(),
    ].filter(Boolean).join(", ");
  }).filter(Boolean).join("; ");
}

/** `https://schema.org/InStock` becomes `InStock`. */
function plain(value: unknown): string {
  return said(value).replace(/^.*[/:]/, "");
}

const DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const NAMES = [
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  ...["Saturday", "Sunday"],
];

function hoursOf(place: Data): string {
  const stated = [place.openingHours].flat().map(said).filter(Boolean)
    .map((hours) =>
      hours.replace(
        /\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g,
        (day) => NAMES[DAYS.indexOf(day)],
      )
    );
  const specified = [place.openingHoursSpecification].flat().filter(isData)
    .map(({ dayOfWeek, opens, closes, validFrom, validThrough }) => {
      const days = [dayOfWeek].flat().map(plain).filter(Boolean).join(", ");
      const [from, to] = [clock(opens), clock(closes)];
      const is_closed = !from || (from === "00:00" && to === "00:00");
      const valid = validFrom || validThrough
        ? ` (${moment(validFrom)} to ${moment(validThrough)})`
        : "";
      return `${days} ${is_closed ? "closed" : `${from}–${to}`}${valid}`.trim();
    });
  return [...stated, ...specified].join("; ");
}

function clock(value: unknown): string {
  return said(value).replace(/^(\d\d:\d\d).*$/, "$1");
}

/** `2026-03-04T19:30:00+01:00` becomes `2026-03-04 19:30`. */
function moment(value: unknown): string {
  return said(value).replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2")
    .replace(/ 00:00$/, "");
}
