import { escapeHtml } from "../escape_html.ts";

/** Begins a note within the paragraph. */
export const NOTE_BEGINS = " (";

type Style = { level: number | null; name: string };

/** Builds the paragraphs and tables of a rich text as HTML. */
export class RtfPage {
  /** The address from the last field. */
  address = "";
  #blocks: string[] = [];
  /** Pieces of the paragraph: a string both appended to and inspected would be copied each time. */
  #line: string[] = [];
  #cells: string[] = [];
  #rows: string[] = [];
  #level: number | null = null;
  #is_item = false;
  #is_cell = false;
  #styles = new Map<number, Style>();
  #style: Style & { n: number } = { n: 0, level: null, name: "" };

  /** Appends to the paragraph. */
  put(html: string): void {
    const before = this.#line.at(-1) ?? "";
    // A note's text may end with its paragraph, or begin with a space.
    if (html === ")") this.#line.push(this.#line.pop()?.trimEnd() ?? "", html);
    else if (html && (before !== NOTE_BEGINS || html.trim())) {
      this.#line.push(html);
    }
  }

  #takeLine(): string {
    const line = this.#line.join("");
    this.#line = [];
    return line;
  }

  /** Marks the paragraph as a list item. */
  isItem(): void {
    this.#is_item = true;
  }

  /** The tags around a link to the last field's address; none for other fields. */
  link(): { begin: string; end: string } {
    const [, url] = /HYPERLINK\s+"?(https?:[^"\s]+)/i.exec(this.address) ?? [];
    this.address = "";
    return url
      ? { begin: `<a href="${escapeHtml(url)}">`, end: "</a>" }
      : { begin: "", end: "" };
  }

  /** A control word of the document's text. */
  obey(word: string, n: number | null): void {
    if (word === "par" || word === "sect" || word === "page") this.#endLine();
    else if (word === "line") this.#line.push("<br>");
    else if (word === "cell" || word === "nestcell") {
      this.#cells.push(this.#takeLine());
    } else if (word === "row" || word === "nestrow") this.#endRow();
    else if (word === "intbl") this.#is_cell = true;
    else if (word === "outlinelevel") this.#level = levelOf(n);
    else if (word === "ls" && (n ?? 0) > 0) this.#is_item = true;
    else if (word === "s") {
      this.#level = this.#styles.get(n ?? 0)?.level ?? this.#level;
    } else if (word === "pard") {
      this.#level = null;
      this.#is_item = this.#is_cell = false;
    }
  }

  /** A control word of a style. */
  style(word: string, n: number | null): void {
    if (word === "s") this.#style.n = n ?? 0;
    if (word === "outlinelevel") this.#style.level = levelOf(n);
  }

  nameStyle(text: string): void {
    if (this.#style.name.length < 100) this.#style.name += text;
  }

  endStyle(): void {
    const { n, name } = this.#style;
    const [, number] = /^heading (\d)/i.exec(name.trim()) ?? [];
    const named = number
      ? levelOf(Number(number) - 1)
      : /^title\b/i.test(name.trim())
      ? 1
      : null;
    const level = named ?? this.#style.level;
    this.#styles.set(n, { level, name });
    this.#style = { n: 0, level: null, name: "" };
  }

  html(): string {
    this.#endLine();
    this.#endTable();
    // Consecutive items form one list.
    return this.#blocks.join("").replace(/(?<!<\/li>)<li>/g, "<ul><li>")
      .replace(/<\/li>(?!<li>)/g, "</li></ul>");
  }

  #endLine(): void {
    if (this.#is_cell) {
      if (this.#line.length > 0) this.#line.push("<br>");
      return;
    }
    this.#endTable();
    const line = this.#takeLine().trim();
    if (!line) return;
    const tag = this.#level ? `h${this.#level}` : this.#is_item ? "li" : "p";
    this.#blocks.push(`<${tag}>${line}</${tag}>`);
  }

  #endRow(): void {
    const cells = this.#cells.map((cell) =>
      `<td>${cell.replace(/(<br>)+$/, "")}</td>`
    );
    this.#rows.push(`<tr>${cells.join("")}</tr>`);
    this.#cells = [];
  }

  #endTable(): void {
    if (this.#cells.length > 0) this.#endRow();
    if (this.#rows.length === 0) return;
    this.#blocks.push(`<table>${this.#rows.join("")}</table>`);
    this.#rows = [];
  }
}

/** A heading's level, from 1; null for text. */
function levelOf(n: number | null): number | null {
  return n !== null && n >= 0 && n < 6 ? n + 1 : null;
}
