import { escapeHtml } from "../escape_html.ts";
import { readHtml } from "./html.ts";
import type { Reading, Refusal } from "./kinds.ts";
import { NOTE_BEGINS, RtfPage } from "./rtf_page.ts";
import { charsetOf, SIGNS, UNREAD } from "./rtf_words.ts";

/** The deepest nesting of groups. */
const DEEPEST = 500;

/** `\word-12 `, `\'e4`, `\~`, a brace, or a run of text. */
const TOKENS =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}]+)|\\/giy;

/** State that applies within a group, until it ends. */
type State = {
  /** What its text is: shown, perhaps in a footnote, or used only by a field or a style, or skipped. */
  as: "text" | "note" | "address" | "style" | "fonts" | "unread";
  is_hidden: boolean;
  /** Whether it is struck out, and so no longer valid. */
  is_struck: boolean;
  /** The encoding of its bytes. */
  charset: string;
  /** How many fallback characters follow a Unicode one, for programs without Unicode. */
  fallback: number;
  /** Written where the group ends. */
  end: string;
};

/**
 * Reads a rich text file (RTF 1.9) as displayed: without hidden and deleted text, comments, page headers and footers.
 */
export function readRtf(bytes: Uint8Array<ArrayBuffer>): Reading | Refusal {
  const html = new RtfReading().read(new TextDecoder("latin1").decode(bytes));
  if (html !== null) return readHtml(html);
  return {
    refusal:
      "This rich text file is damaged and cannot be read. Save it again as .docx, or paste its text.",
  };
}

class RtfReading {
  #page = new RtfPage();
  #fonts = new Map<number, string>();
  #font = 0;
  /** The encoding of fonts that specify none. */
  #own = "windows-1252";
  #open: State[] = [];
  #state: State = {
    ...{ as: "text", is_hidden: false, is_struck: false },
    ...{ charset: this.#own, fallback: 1, end: "" },
  };
  /** Fallback characters still to be skipped after a Unicode one. */
  #skip = 0;
  /** Consecutive bytes of one encoding. */
  #bytes: number[] = [];

  /** Converts rich text to HTML; null if it is not rich text. */
  read(source: string): string | null {
    if (!source.startsWith("{\\rtf")) return null;
    const tokens = new RegExp(TOKENS);
    for (let token = tokens.exec(source); token; token = tokens.exec(source)) {
      const [, word, number, hex, symbol, brace, text] = token;
      if (hex) {
        this.#take(parseInt(hex, 16));
        continue;
      }
      if (text) {
        for (const letter of text.replace(/[\r\n\0]/g, "")) {
          this.#take(letter.charCodeAt(0));
        }
        continue;
      }
      this.#flush();
      if (brace) {
        if (!this.#brace(brace)) break;
        if (this.#open.length > DEEPEST) return null;
      } else if (word) {
        const name = word.toLowerCase();
        const n = number === undefined ? null : Number(number);
        if (name === "bin") tokens.lastIndex += Math.max(0, n ?? 0);
        else if (this.#skip > 0 && name !== "u") this.#skip--;
        else this.#obey(name, n);
      } else if (symbol === "*") {
        // Marks a group for programs that know it; of those, addresses and notes are read here.
        const next = source.slice(tokens.lastIndex, tokens.lastIndex + 12);
        if (!/^\s*\\(fldinst|footnote)\b/.test(next)) this.#enter("unread");
      } else if (symbol) this.#sign(symbol);
    }
    this.#flush();
    return this.#page.html();
  }

  #take(byte: number): void {
    if (this.#skip > 0) this.#skip--;
    else this.#bytes.push(byte);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = new Uint8Array(this.#bytes);
    this.#bytes = [];
    this.#say(new TextDecoder(this.#state.charset).decode(bytes));
  }

  #say(text: string): void {
    const { as } = this.#state;
    if (as === "address") this.#page.address += text;
    else if (as === "style") this.#page.nameStyle(text);
    else if (this.#isShown()) this.#page.put(escapeHtml(text));
  }

  #sign(symbol: string): void {
    if (symbol === "\n" || symbol === "\r") this.#word("par", null);
    else if (/[\\{}]/.test(symbol)) this.#say(symbol);
    else this.#say(SIGNS[symbol] ?? "");
  }

  /** False if the last group has ended. */
  #brace(brace: string): boolean {
    if (brace === "{") {
      this.#open.push(this.#state);
      this.#state = { ...this.#state, end: "" };
      return true;
    }
    this.#page.put(this.#state.end);
    if (this.#state.as === "style") this.#page.endStyle();
    this.#state = this.#open.pop() ?? this.#state;
    this.#skip = 0;
    return this.#open.length > 0;
  }

  #isShown(): boolean {
    const { as, is_hidden, is_struck } = this.#state;
    return (as === "text" || as === "note") && !is_hidden && !is_struck;
  }

  #enter(as: State["as"]): void {
    if (this.#state.as !== "unread") this.#state.as = as;
  }

  /** Continues with the current state, between two texts. */
  #within(begin: string, end: string): void {
    if (!this.#isShown()) return;
    this.#page.put(begin);
    this.#state.end = end;
  }

  #obey(word: string, n: number | null): void {
    const state = this.#state;
    if (word in SIGNS) this.#say(SIGNS[word]);
    else if (UNREAD.has(word)) this.#enter("unread");
    else if (word === "fonttbl") this.#enter("fonts");
    else if (word === "stylesheet") this.#enter("style");
    else if (word === "fldinst") this.#enter("address");
    else if (word === "fldrslt") {
      const { begin, end } = this.#page.link();
      this.#within(begin, end);
    } else if (word === "footnote") {
      this.#within(NOTE_BEGINS, ")");
      this.#enter("note");
    } else if (word === "listtext" || word === "pntext") {
      if (state.as === "text") this.#page.isItem();
      this.#enter("unread");
    } else if (word === "u") {
      this.#say(String.fromCharCode(((n ?? 0) + 0x10000) & 0xffff));
      this.#skip = state.fallback;
    } else if (word === "uc") {
      state.fallback = Math.min(Math.max(n ?? 1, 0), 10);
    } else if (word === "v" || word === "deleted") state.is_hidden = n !== 0;
    else if (/^striked?$/.test(word)) state.is_struck = n !== 0;
    else if (!this.#encoding(word, n)) this.#word(word, n);
  }

  /** Whether a word sets how bytes are decoded. */
  #encoding(word: string, n: number | null): boolean {
    const state = this.#state;
    if (word === "ansicpg") {
      state.charset = this.#own = charsetOf.page(n ?? 1252);
    } else if (word === "mac") state.charset = this.#own = "macintosh";
    else if (word === "f") {
      this.#font = n ?? 0;
      state.charset = this.#fonts.get(this.#font) ?? this.#own;
    } else if (word === "fcharset") {
      this.#fonts.set(this.#font, charsetOf.font(n ?? 0) ?? this.#own);
    } else if (word === "plain") {
      state.is_hidden = state.is_struck = false;
      state.charset = this.#own;
    } else return false;
    return true;
  }

  #word(word: string, n: number | null): void {
    const { as } = this.#state;
    if (as === "style") this.#page.style(word, n);
    else if (as === "text") this.#page.obey(word, n);
    else if (as === "note" && word === "par") this.#say(" ");
  }
}
