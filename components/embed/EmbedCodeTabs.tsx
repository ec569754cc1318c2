import type { ComponentChildren } from "preact";
import { type EmbedCode, mailLink } from "../../lib/embed/embed_code.ts";
import { buttonLook } from "../ui/Button.tsx";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Tabs } from "../ui/Tabs.tsx";

/** Id, name, kind of code, and where to put it. */
const WAYS: [
  id: string,
  label: string,
  code: keyof EmbedCode,
  lead: string,
][] = [
  [
    "html",
    "HTML",
    "html",
    "On any site: paste it once, before </body>, on every page that should have the chat.",
  ],
  [
    "wordpress",
    "WordPress",
    "wordpress",
    "Into the functions.php of a child theme, or into a plugin for code snippets as a PHP snippet.",
  ],
  [
    "webflow",
    "Webflow",
    "html",
    "Site settings, Custom code, Footer code. Save, then publish.",
  ],
  [
    "squarespace",
    "Squarespace",
    "html",
    "Settings, Developer tools, Code injection, Footer. Then save.",
  ],
  [
    "wix",
    "Wix",
    "html",
    "Settings, Custom code, Add custom code: on all pages, at the end of the body.",
  ],
  [
    "shopify",
    "Shopify",
    "html",
    "Online store, Themes, Edit code, layout/theme.liquid: before </body>. Then save.",
  ],
  [
    "framer",
    "Framer",
    "html",
    "Site settings, General, Custom code, End of <body> tag. Then publish.",
  ],
  [
    "react",
    "React",
    "react",
    "Put this component once into your app, for example into its layout.",
  ],
  [
    "iframe",
    "iframe",
    "iframe",
    "The chat as part of the page, for places where scripts cannot run. Its colour, greeting and questions follow the look that you save.",
  ],
  [
    "mail",
    "E-mail it",
    "mail",
    "For whoever runs your site.",
  ],
];

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
      tabs={WAYS.map(([id, label, kind, lead]) => ({
        id,
        label,
        content: (
          <div class="space-y-3">
            <p class="max-w-prose text-sm text-muted">{lead}</p>
            <CodeBlock code={code[kind]} label={`Code for ${label}`}>
              {copyButton(code[kind], `Copy ${label} code`)}
            </CodeBlock>
            {kind === "mail" && (
              <a class={buttonLook({})} href={mailLink(code.mail)}>
                Write the e-mail
              </a>
            )}
          </div>
        ),
      }))}
    />
  );
}
