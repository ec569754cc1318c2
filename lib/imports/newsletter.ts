/** The longest paragraph, in UTF-16 units, that can be merely an unsubscribe note. */
const LONGEST_NOTE = 400;
/** Newsletter footers in several languages, and links to the browser version. */
const AROUND =
  /unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this|it|in|email)[^.\n]{0,40} browser|update your preferences|abmelden|abbestellen|newsletter nicht mehr|im browser (?:ansehen|anzeigen|öffnen)|se désabonner|désinscri|darse de baja|cancelar (?:la )?suscripción|cancelar inscrição|disiscriv|uitschrijven|afmelden|wypisz|отписаться|отказаться от рассылки|退订|配信停止|수신 ?거부|avregistrera|avmeld|frameld|aboneliğ|إلغاء الاشتراك/iu;
/** Placeholders for the reader's name and the like: `*|FNAME|*`, `{{ first_name }}`. */
const FIELDS = / ?(?:\*\|[A-Z0-9_:]{1,60}\|\*|\{\{[^{}\n]{1,80}\}\})/g;

/** A newsletter's page without its personal placeholders. */
export function withoutFields(html: string): string {
  return html.replace(FIELDS, "");
}

/** A newsletter's Markdown text without boilerplate, such as how to unsubscribe. */
export function withoutAround(body: string): string {
  return withoutFields(body).split(/\n{2,}/)
    .filter((part) => part.length > LONGEST_NOTE || !AROUND.test(part))
    .join("\n\n").trim();
}

/** Whether a page was sent as a newsletter: it says how to unsubscribe, or has personal placeholders. */
export function isNewsletter(html: string): boolean {
  return /\*\|[A-Z0-9_:]{1,60}\|\*|list-manage\.com|>\s*unsubscribe\b/i.test(
    html,
  );
}
