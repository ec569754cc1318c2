import { Buffer } from "node:buffer";
import type { Config } from "../config/config.ts";
import { type Flash, flashView } from "../schemas/flash.ts";
import type { PageCall, Sent } from "./access.ts";
import { readCookie, setCookie } from "../http/cookies.ts";
import { safeNext, seeOther } from "../http/redirect.ts";

const NAME = "twincast_flash";

type Options = {
  /** Where to go; by default back to the page itself. */
  to?: string;
  look?: Flash["look"];
  undo?: Flash["undo"];
};

/**
 * The response to a completed form: a redirect (303), so that a reload sends nothing twice, and a cookie with the
 * message for the page it leads to. No secrets: those are shown in place.
 */
export function redirectWithFlash(
  { app, url, back_to }: PageCall & Partial<Pick<Sent, "back_to">>,
  text: string,
  { to = url.pathname + url.search, look = "good", undo }: Options = {},
): Response {
  const value = Buffer.from(JSON.stringify({ text, look, undo }));
  const response = seeOther(safeNext(back_to, to));
  response.headers.append(
    "set-cookie",
    flashCookie(app.config, value.toString("base64url")),
  );
  return response;
}

/** The message of the previous form; shown once, so the cookie is removed. */
export function takeFlash({ app, call, req }: PageCall): Flash | null {
  const cookie = readCookie(req, NAME);
  if (!cookie) return null;
  call.cookies.push(flashCookie(app.config, ""));
  const { data } = flashView.safeParse(parseJson(cookie));
  if (!data?.undo?.path) return data ?? null;
  const path = safeNext(data.undo.path, "");
  return { ...data, undo: { ...data.undo, path } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}

function flashCookie(config: Config, value: string): string {
  const max_age_s = value ? 60 : 0;
  return setCookie(config, NAME, value, { path: "/dashboard", max_age_s });
}
