import { READABLE } from "./kinds.ts";

/** What to do with unsupported files, by extension. */
const INSTEAD: [endings: string, instead: string][] = [
  ["doc dot", "This is a Word document from before 2007. Save it as .docx."],
  [
    "xls xlt xlsb",
    "This is an older Excel workbook. Save it as .xlsx or .csv.",
  ],
  ["ppt pps", "This is a PowerPoint file from before 2007. Save it as .pptx."],
  ["pages", "Export it in Pages as Word or PDF, and add that file."],
  ["numbers", "Export it in Numbers as Excel or CSV, and add that file."],
  ["key", "Export it in Keynote as PowerPoint or PDF, and add that file."],
  [
    "gdoc gsheet gslides",
    "This only points to a document in Google Drive. Download it there as .docx, .xlsx or .pptx, and add that file.",
  ],
  [
    "url webloc lnk",
    "This only points to a page. Add the page’s address under “Web page”.",
  ],
  [
    "heic heif jpg jpeg png gif webp tif tiff bmp svg avif psd",
    "Pictures are not read. Copy the text in it, as phones can, and paste it.",
  ],
  [
    "mp3 m4a wav ogg opus aac flac mp4 m4v mov avi mkv webm",
    "Recordings are not read. Add a transcript instead: subtitles (.srt, .vtt) or text.",
  ],
  [
    "mht mhtml webarchive",
    "Save the page as “Web page, HTML only”, or add its address under “Web page”.",
  ],
  ["msg pst ost", "Save the mail as .eml, or paste its text."],
  [
    "xml rss atom opml",
    "An export in XML is not read. Add the address of your site or feed under “Site or feed”, or save it as .csv or .txt.",
  ],
  ["mobi azw azw3 kfx", "Convert the book to .epub, and add that file."],
  [
    "7z rar gz tgz tar bz2 xz",
    "Unpack it and add its files, or pack them as .zip.",
  ],
];

/** What to do with an unsupported file, by its name. */
export function instead(name: string): string {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1].toLowerCase();
  if (!ending) {
    return "Its name has no known extension. If it is text, rename it to end in .txt.";
  }
  const known = INSTEAD.find(([endings]) =>
    endings.split(" ").includes(ending)
  );
  return known?.[1] ??
    `This kind of file cannot be read here. Save it as one of ${
      READABLE.replaceAll(",", ", ")
    }.`;
}
