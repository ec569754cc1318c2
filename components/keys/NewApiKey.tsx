import type { ComponentChildren } from "preact";
import type { NewApiKeyView } from "../../lib/schemas/api_key.ts";
import { DomainWarning } from "./DomainWarning.tsx";
import { buttonLook } from "../ui/Button.tsx";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Modal } from "../ui/Modal.tsx";

type Props = {
  made: NewApiKeyView;
  /** The first step with it. */
  snippet: string;
  /** The page's address without the key. */
  back: string;
  copy_key: ComponentChildren;
  copy_snippet: ComponentChildren;
};

/** A key's text, shown once. */
export function NewApiKey(
  { made, snippet, back, copy_key, copy_snippet }: Props,
) {
  const is_secret = made.type === "secret";
  return (
    <Modal
      id="made-key"
      title="Copy your key now: it is shown only this once"
      open
      wide
      closedby="none"
    >
      <div class="space-y-5">
        <CodeBlock code={made.key} label="API key">{copy_key}</CodeBlock>
        {!is_secret && <DomainWarning domains={made.allowed_domains} />}
        <div class="space-y-2">
          <h3 class="text-sm font-medium">
            {is_secret
              ? "A first call, from your server"
              : "The code for your site, ready to paste before </body>"}
          </h3>
          <CodeBlock
            code={snippet}
            label={is_secret ? "Example call" : "Embed code"}
          >
            {copy_snippet}
          </CodeBlock>
        </div>
        <a class={buttonLook({ look: "plain" })} href={back}>
          I have copied it
        </a>
      </div>
    </Modal>
  );
}
