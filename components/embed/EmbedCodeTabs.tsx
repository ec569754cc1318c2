import type { ComponentChildren } from "preact";
import type { EmbedCode } from "../../lib/embed/embed_code.ts";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Tabs } from "../ui/Tabs.tsx";

const WAYS = [
  [
    "html",
    "HTML",
    "On any site: paste it once, before </body>, on every page that should have the chat.",
  ],
  [
    "react",
    "React",
    "Put this component once into your app, for example into its layout.",
  ],
  [
    "wordpress",
    "WordPress",
    "Into the functions.php of a child theme, or into a plugin for code snippets as a PHP snippet.",
  ],
  [
    "iframe",
    "iframe",
    "The chat as a part of the page, where no script may run. It follows the twin's settings; the look chosen here is for the widget.",
  ],
] as const;

type Props = {
  code: EmbedCode;
  copyButton: (text: string, label: string) => ComponentChildren;
};

/** The code to paste, by how a site is built. */
export function EmbedCodeTabs({ code, copyButton }: Props) {
  return (
    <Tabs
      label="How your site is built"
      name="way"
      tabs={WAYS.map(([id, label, lead]) => ({
        id,
        label,
        content: (
          <div class="space-y-3">
            <p class="max-w-prose text-sm text-muted">{lead}</p>
            <CodeBlock code={code[id]} label={`Code for ${label}`}>
              {copyButton(code[id], `Copy ${label} code`)}
            </CodeBlock>
          </div>
        ),
      }))}
    />
  );
}
