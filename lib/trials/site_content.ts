import type { Owner } from "../actor.ts";
import type { Context } from "../context.ts";
import type { WithPassages } from "../content/content.ts";
import { addReading } from "../content/readings.ts";
import type { Reading, ReadItem } from "../imports/kinds.ts";

/** The most a trial takes from a site: items, and UTF-16 units of text. */
const MAX_ITEMS = 80;
const MAX_CHARACTERS = 300_000;
/** With less text than this there is nothing to talk about. */
const TOO_LITTLE = 300;

/** The content that a trial's twin gets from its site, all public, within limits. */
export class SiteContent {
  /** Questions that the site itself answers. */
  readonly questions: string[] = [];
  #seen = new Set<string>();
  #items = 0;
  #characters = 0;

  constructor(
    private app: Context & WithPassages,
    private holder: Owner,
    private twin_id: string,
  ) {}

  get is_too_little(): boolean {
    return this.#characters < TOO_LITTLE;
  }

  /** Stores a page's text; returns whether there was any. Throws as `createContent`. */
  async keep(url: string, reading: Reading): Promise<boolean> {
    const items: ReadItem[] = [];
    for (const item of reading.items) {
      const is_full = this.#items >= MAX_ITEMS ||
        this.#characters + item.body.length > MAX_CHARACTERS;
      if (is_full) break;
      this.#items++;
      this.#characters += item.body.length;
      items.push(item);
      this.questions.push(...questionsOf(item));
    }
    const { added, error } = await addReading(
      this.app,
      this.holder,
      this.twin_id,
      {
        reading: { ...reading, items },
        otherwise: new URL(url).hostname,
        visibility: "public",
        source_url: url,
        seen: this.#seen,
      },
    );
    if (error) throw error;
    return added.items + added.pairs > 0;
  }
}

/** The questions an item says it answers: a pair's title, or its headings that are questions. */
function questionsOf({ kind, title, body }: ReadItem): string[] {
  if (kind === "pair") return [title];
  return [...body.matchAll(/^#{1,6} +([^\n]{5,80}[?？؟])$/gm)]
    .map(([, question]) => question).slice(0, 8);
}
