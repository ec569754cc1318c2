type Parts = ReadonlyMap<string, unknown>;

const LETTERS = /(?:^|\/)campaigns_content\//;

/**
 * Why a file of a Mailchimp archive is not read, by its path; null if it is read. Only the mails are read, not lists of
 * people, reports or templates. Files of other archives are always null.
 */
export function besideLetters(parts: Parts): (path: string) => string | null {
  const is_mailchimp = [...parts.keys()].some((path) =>
    LETTERS.test(path) || /(?:^|\/)campaigns\.csv$/.test(path)
  );
  return (path) => is_mailchimp ? whyNot(path, parts) : null;
}

function whyNot(path: string, parts: Parts): string | null {
  if (/(?:^|\/)campaigns\.csv$/.test(path)) {
    return "It says when mails were sent, and to how many.";
  }
  if (
    /(?:^|\/)(?:reports|(?:aggregate|granular)_activity|geo_data)\//.test(path)
  ) {
    return "It says how mails were received.";
  }
  if (/(?:^|\/)(?:lists|audiences)\//.test(path)) {
    return "It lists who receives your mails.";
  }
  if (/(?:^|\/)templates\//.test(path)) {
    return "It is a template for mails and was sent to nobody. Add it by itself if visitors may know it.";
  }
  const is_copy = LETTERS.test(path) && /\.txt$/i.test(path) &&
    parts.has(path.replace(/\.txt$/i, ".html"));
  return is_copy ? "It is the same mail again as plain text." : null;
}
