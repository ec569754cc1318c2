// Every modal of a page, by keyboard alone: focus moves in, Esc closes it, focus returns.
import type { Locator, Page } from "playwright-core";
import { dress, findings } from "./looking.ts";

const hasFocus = (where: Pick<Locator, "evaluate">) =>
  where.evaluate((node) => node.contains(document.activeElement));

/**
 * Opens and closes the modals of a page that is 375 pixels wide, on a phone and in the light theme: their number and
 * all their faults, those that axe finds too if `withAxe`.
 */
export async function tryModals(
  page: Page,
  withAxe: boolean,
): Promise<{ opened: number; wrong: string[] }> {
  // A menu closes when something else is pressed.
  const unfold = () =>
    page.locator("main details").evaluateAll((all) =>
      all.forEach((node) => node.setAttribute("open", ""))
    );
  await unfold();
  const buttons = await page.locator(
    "main button[command=show-modal]:visible:enabled",
  ).all();
  if (buttons.length === 0) return { opened: 0, wrong: [] };
  await page.setViewportSize({ width: 375, height: 700 });
  await dress(page, "light");
  const wrong: string[] = [];
  const opened = new Set<string>();
  for (const button of buttons) {
    await unfold();
    // A list opens the same modal in each row, with the row's name after a colon: the first one tells enough.
    const [words] = (await button.innerText()).split("\n: ");
    if (opened.has(words)) continue;
    opened.add(words);
    const lines = await openAndLeave(page, button, withAxe);
    wrong.push(...lines.map((line) => `the modal of “${words}”: ${line}`));
  }
  return { opened: opened.size, wrong };
}

async function openAndLeave(
  page: Page,
  found: Locator,
  withAxe: boolean,
): Promise<string[]> {
  // The element itself: its index among the visible ones changes with the menus.
  const button = await found.elementHandle();
  if (!button) return ["its button is gone"];
  const id = await button.getAttribute("commandfor");
  const dialog = page.locator(`dialog[id="${id}"]`);
  await button.focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor();
  const wrong: string[] = [];
  if (!await hasFocus(dialog)) wrong.push("the focus stayed outside");
  const dialogs = await page.getByRole("dialog").count();
  if (dialogs !== 1) wrong.push(`${dialogs} dialogs are open`);
  const over = await dialog.evaluate((node) =>
    node.scrollWidth - node.clientWidth
  );
  if (over > 0) wrong.push(`it is ${over} pixels wider than its window`);
  if (withAxe) wrong.push(...await findings(page, `dialog[id="${id}"]`));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  const is_back = await button.evaluate((node) =>
    node === document.activeElement
  );
  if (!is_back) wrong.push("the focus did not come back");
  return wrong;
}
