import type { Page } from "playwright-core";
import { PASSWORD } from "../harness.ts";

/** From a site's address on the open front page to the twin that was made of it. */
export async function meetTwin(page: Page, host: string): Promise<void> {
  await page.getByLabel("Your website’s address").fill(`http://${host}`);
  await page.getByRole("button", { name: "Meet your twin" }).click();
  await page.getByRole("heading", { name: "Clay Studio" }).waitFor();
}

/** Signs up to keep the twin that is open. */
export async function keepTwin(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Keep it" }).click();
  await page.getByLabel("Your name").fill("Mara");
  await page.getByLabel("E-mail").fill("mara.keeps@clay.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Keep my twin" }).click();
  await page.getByText("Clay Studio is yours").first().waitFor();
}
