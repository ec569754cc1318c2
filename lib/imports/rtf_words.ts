/** Groups without document text, by their first word. */
export const UNREAD: ReadonlySet<string> = new Set([
  ...["colortbl", "info", "pict", "objdata", "header", "headerl", "headerr"],
  ...["headerf", "footer", "footerl", "footerr", "footerf", "annotation"],
  ...["atnid", "atnauthor", "atnref", "bkmkstart", "bkmkend", "listtable"],
  ...["listoverridetable", "revtbl", "rsidtbl", "generator", "themedata"],
  ...["colorschememapping", "datastore", "latentstyles", "xmlnstbl"],
  ...["filetbl", "nonshppict", "xe", "tc", "template", "pgdsctbl", "shpinst"],
  ...["ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "pnseclvl", "fontemb"],
]);

/** Control words and symbols that stand for characters. */
export const SIGNS: Readonly<Record<string, string>> = {
  ...{ emdash: "—", endash: "–", lquote: "‘", rquote: "’", bullet: "•" },
  ...{ ldblquote: "“", rdblquote: "”", tab: " ", emspace: " ", enspace: " " },
  ...{ qmspace: " ", "~": "\u00a0", _: "-", "-": "" },
};

/** Encodings by code page number, if their name differs from it. */
const PAGES: Readonly<Record<number, string>> = {
  ...{ 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5" },
  ...{ 866: "ibm866", 10000: "macintosh", 65001: "utf-8", 874: "windows-874" },
};

/** Encodings by the character set numbers of fonts. */
const FONTS: Readonly<Record<number, string>> = {
  ...{ 77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk" },
  ...{ 136: "big5", 161: "windows-1253", 162: "windows-1254" },
  ...{ 163: "windows-1258", 177: "windows-1255", 178: "windows-1256" },
  ...{ 186: "windows-1257", 204: "windows-1251", 222: "windows-874" },
  238: "windows-1250",
};

export const charsetOf = {
  /** For a code page. */
  page(n: number): string {
    const is_windows = n >= 1250 && n <= 1258;
    return PAGES[n] ?? (is_windows ? `windows-${n}` : "windows-1252");
  },
  /** For a font's character set; undefined if it is the document's. */
  font(n: number): string | undefined {
    return FONTS[n];
  },
};
