import { scriptTag } from "../../lib/embed/embed_code.ts";
import type { Scene } from "../../tests/browser/scene.ts";

export const NAMES = [
  "blank page",
  "floor",
  "ours",
  "deep-chat",
  "typebot",
  "flowise-embed",
] as const;

export type Name = typeof NAMES[number];

/** What a host page contains, and what must be visible for the chat to be within reach. */
export type HostPage = { html: string; launcher: string };

/** Each widget embedded as documented; none needs a backend until it is opened. */
export function hostPages(scene: Scene, peers: string): Record<Name, HostPage> {
  const { server, key, twin_id } = scene;
  const twin = { id: twin_id, name: "Twin" };
  const ours = scriptTag({ base_url: server.base, twin, key });
  const bubble = (file: string, call: string) =>
    `<script type="module">import Bot from "${peers}/${file}"; ${call}</script>`;
  const page = (widget: string, launcher: string): HostPage => ({
    html: `<h1>My site</h1><p>What I write about.</p>${widget}`,
    launcher,
  });
  return {
    "blank page": page("", "h1"),
    "floor": page(
      `<script async src="${peers}/floor.js"></script>`,
      ".launcher",
    ),
    "ours": page(ours, ".launcher"),
    // It has no bubble: its text field is part of the page.
    "deep-chat": page(
      `<script type="module" src="${peers}/deep-chat.js"></script>
<deep-chat connect='{"url": "${peers}/chat"}'></deep-chat>`,
      "#text-input",
    ),
    "typebot": page(
      bubble(
        "typebot.js",
        `Bot.initBubble({ typebot: "my-typebot", apiHost: "${peers}", theme: { button: { backgroundColor: "#0042DA", iconColor: "#FFFFFF" } } });`,
      ),
      "button[part=button]",
    ),
    "flowise-embed": page(
      bubble(
        "flowise.js",
        `Bot.init({ chatflowid: "my-chatflow", apiHost: "${peers}" });`,
      ),
      "button[part=button]",
    ),
  };
}
