/** UTF-16 units of a paragraph that is at most a note on how to end a subscription. */
const LONGEST_NOTE = 400;
/** As newsletters end, in several languages; and where they are shown in a browser. */
const AROUND =
  /unsubscribe|manage (?:your )?(?:preferences|subscription)|view (?:this|it|in|email)[^.\n]{0,40} browser|update your preferences|abmelden|abbestellen|newsletter nicht mehr|im browser (?:ansehen|anzeigen|öffnen)|se désabonner|désinscri|darse de baja|cancelar (?:la )?suscripción|cancelar inscrição|disiscriv|uitschrijven|afmelden|wypisz|отписаться|отказаться от рассылки|退订|配信停止|수신 ?거부|avregistrera|avmeld|frameld|aboneliğ|إلغاء الاشتراك/iu;
/** What a newsletter's program writes the reader's name and the like for: `*|FNAME|*`, `{{ first_name }}`. */
const FIELDS = / ?(?:\*\|[A-Z0-9_:]{1,60}\|\*|\{\{[^{}\n]{1,80}\}\})/g;

/** A newsletter's page without the fields for its readers' names. */
export function withoutFields(html: string): string {
  return html.replace(FIELDS, "");
}

/** A newsletter's text in Markdown without what stands around it, such as how to unsubscribe. */
export function withoutAround(body: string): string {
  return withoutFields(body).split(/\n{2,}/)
    .filter((part) => part.length > LONGEST_NOTE || !AROUND.test(part))
    .join("\n\n").trim();
}

/** Whether a page was sent as a newsletter: it says how to unsubscribe, or is written for many names. */
export function isNewsletter(html: string): boolean {
  return /\*\|[A-Z0-9_:]{1,60}\|\*|list-manage\.com|>\s*unsubscribe\b/i.test(
    html,
  );
}
