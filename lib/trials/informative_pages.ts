import type { NamedLink } from "../imports/site_profile.ts";
import { isSameSite } from "../sources/find_pages.ts";
import { isMedia } from "../sources/source_pages.ts";

/** The most pages of a site that a trial reads, including its home page. */
export const MAX_PAGES = 8;

/** What people ask about first, by common page names. The order is the order of reading. */
const TELLING: RegExp[] = [
  /about|who-?(we-?are|i-?am)|story|bio\b|über|ueber-?(uns|mich)|propos|qui-?(sommes|suis)|sobre|quien(es)?-|quem-|chi-?(siamo|sono)|over-?(ons|mij)|om-?(oss|mig|os)\b|o-?(nas|mnie)\b|hakk[iı]m|о-?(нас|мне)|关于|關於|について|소개|من-نحن/iu,
  /faq|frequently|questions?\b|help\b|fragen|hilfe|preguntas|ayuda|perguntas|ajuda|foire|aide|domande|vragen|sss\b|вопрос|常见|よくある|자주/iu,
  /pric|fees?\b|rates?\b|cost|plans?\b|preis|kosten|tarif|precio|pre[cç]o|prezz|prijs|prijzen|cennik|fiyat|цен|价格|料金|가격|أسعار/iu,
  /course|class(es)?\b|workshop|lesson|training|coaching|kurs|unterricht|curso|taller|cours\b|atelier|stage|cors[io]\b|cursus|les(sen)?\b|курс|课程|講座|수업|دورات/iu,
  /service|offer|what-?we-?do|work-?with|leistung|angebot|servicio|servi[cç]o|prestation|servizi|diensten|услуг|服务|サービス|서비스|خدمات/iu,
  /contact|kontakt|contato|contatti|location|visit|find-?us|anfahrt|hours|opening|öffnung|oeffnung|horari|book|termin|контакт|联系|お問い合わせ|연락|اتصل/iu,
  /shipping|delivery|returns?\b|versand|lieferung|env[ií]o|livraison|spedizion|how-?it-?works|process|method|materials?\b|products?\b|shop\b|produkte|team\b/iu,
  /blog|news|journal|articles?\b|events?\b|termine|portfolio|projects?\b/iu,
];

/** Pages that tell visitors nothing about the site, such as log-ins, legal notices and archives. */
const DULL =
  /log-?in|sign-?(in|up)|account|cart|basket|checkout|warenkorb|privacy|datenschutz|cookie|terms|conditions|\bagb\b|impressum|imprint|legal|mentions|\btag\b|categor|author|archive|search|feed|wp-|admin|password|newsletter|unsubscribe/iu;

/** The most informative pages of the home page's site, best first: by their names, then in order of appearance. */
export function informativePages(home: string, links: NamedLink[]): string[] {
  const known = new Set([pageOf(home)]);
  const found: { url: string; rank: number }[] = [];
  for (const { url, text } of links) {
    if (!isSameSite(url, home) || known.has(pageOf(url))) continue;
    known.add(pageOf(url));
    const { pathname, search } = new URL(url);
    const named = `${readable(pathname)} ${text}`;
    if (isMedia(url) || DULL.test(named)) continue;
    const at = TELLING.findIndex((words) => words.test(named));
    // A page deep down, or one of many made by a query, is one of many.
    const depth = pathname.split("/").filter(Boolean).length;
    const far = Math.max(0, depth - 1) + (search ? 2 : 0);
    found.push({ url, rank: (at < 0 ? TELLING.length : at) + far });
  }
  return found.sort((a, b) => a.rank - b.rank).slice(0, MAX_PAGES - 1)
    .map(({ url }) => url);
}

/** Normalises an address, however its end is written. */
function pageOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  const path = pathname.replace(/\/(index\.\w{3,5})?$/, "");
  return `${host.replace(/^www\./, "")}${path}${search}`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
