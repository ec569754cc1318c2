import assert from "node:assert/strict";
import { shownRuns } from "./docx_hidden.ts";

const run = (text: string, about = "") =>
  `<w:r>${about && `<w:rPr>${about}</w:rPr>`}<w:t>${text}</w:t></w:r>`;

Deno.test("shownRuns: drops hidden runs and their content, keeps all others", () => {
  const open = run("Open.") + run("Bold.", "<w:b/>") +
    run("Shown.", '<w:vanish w:val="0"/>');
  const inner = `<w:r><w:rPr><w:vanish/></w:rPr>${run("margin 40")}x</w:r>`;
  const hidden = run("Secret 777", "<w:b/><w:vanish/>") +
    run("Secret", '<w:vanish w:val="1"/>') + inner;
  assert.equal(
    shownRuns(`<w:p>${open}${hidden}${open}</w:p>`),
    `<w:p>${open}${open}</w:p>`,
  );
  assert.equal(shownRuns(open), open);
});
