import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import {
  EmbedControls,
  type EmbedFields,
} from "../components/EmbedControls.tsx";
import { Card } from "../components/ui/Card.tsx";
import { CodeBlock } from "../components/ui/CodeBlock.tsx";
import { Tabs } from "../components/ui/Tabs.tsx";
import {
  embedCode,
  type PinnedVersion,
  readLook,
} from "../lib/widget/embed_code.ts";
import CopyButton from "./CopyButton.tsx";

type Props = {
  base_url: string;
  twin: { id: string; name: string; accent_color: string; greeting: string };
  keys: { id: string; name: string; key_prefix: string }[];
  /** The key's text where it is known, otherwise a placeholder. */
  key_text: string;
  widget: PinnedVersion;
  fields: EmbedFields;
};

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

/** How long a choice rests before the site beside it is drawn anew, in milliseconds. */
const REST_MS = 350;

/** The widget's look: the code and the real widget beside it follow every choice. */
export default function EmbedStudio(props: Props) {
  const { twin, keys, widget } = props;
  const fields = useSignal(props.fields);
  const code = useComputed(() =>
    embedCode({
      ...props,
      key: props.key_text,
      options: readLook(fields.value, twin),
      pinned: fields.value.pin ? widget : undefined,
    })
  );
  const preview = usePreview(twin.id, fields);
  return (
    <div class="grid grid-cols-1 items-start gap-6 xl:grid-cols-[21rem_minmax(0,1fr)]">
      <Card title="Look">
        <EmbedControls
          twin={twin}
          keys={keys}
          fields={fields.value}
          onChange={(changed) => fields.value = { ...fields.value, ...changed }}
        />
      </Card>
      <Card title="On your site">
        {keys.length === 0
          ? (
            <p class="text-sm text-muted">
              Make a key, and the real widget appears here.
            </p>
          )
          : (
            <iframe
              title="Your widget on a page, live"
              src={preview.value}
              class="h-[40rem] w-full rounded-lg border border-line bg-surface"
            />
          )}
      </Card>
      <Card title="Code" class="xl:col-span-2">
        <Tabs
          label="How your site is built"
          name="way"
          tabs={WAYS.map(([id, label, lead]) => ({
            id,
            label,
            content: (
              <div class="space-y-3">
                <p class="max-w-prose text-sm text-muted">{lead}</p>
                <CodeBlock code={code.value[id]} label={`Code for ${label}`}>
                  <CopyButton
                    text={code.value[id]}
                    label={`Copy ${label} code`}
                  />
                </CodeBlock>
              </div>
            ),
          }))}
        />
      </Card>
    </div>
  );
}

/** The address of the site beside the choices; it follows them once they rest. */
function usePreview(twin_id: string, fields: { value: EmbedFields }) {
  const addressOf = ({ pin: _, ...look }: EmbedFields) =>
    `/dashboard/embed/preview?${new URLSearchParams({
      twin: twin_id,
      ...look,
    })}`;
  const address = useSignal(addressOf(fields.value));
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useSignalEffect(() => {
    const next = addressOf(fields.value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => address.value = next, REST_MS);
  });
  return address;
}
