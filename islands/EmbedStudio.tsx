import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { EmbedCodeTabs } from "../components/embed/EmbedCodeTabs.tsx";
import { EmbedColour } from "../components/embed/EmbedColour.tsx";
import {
  EmbedControls,
  type EmbedFields,
} from "../components/embed/EmbedControls.tsx";
import {
  EmbedKey,
  type EmbedKeyChoice,
} from "../components/embed/EmbedKey.tsx";
import { EmbedSite } from "../components/embed/EmbedSite.tsx";
import { Card } from "../components/ui/Card.tsx";
import { contrastInWords } from "../lib/client/contrast.ts";
import {
  embedCode,
  type PinnedVersion,
  readWidgetOptions,
} from "../lib/embed/embed_code.ts";
import { showLook } from "../lib/embed/live_site.ts";
import CopyButton from "./CopyButton.tsx";

type Twin = {
  id: string;
  name: string;
  accent_color: string;
  greeting: string;
  suggested_questions: string[];
};

type Props = {
  base_url: string;
  twin: Twin;
  keys: EmbedKeyChoice[];
  /** The key that was just made, the one whose text is known. */
  made: { id: string; key: string } | null;
  is_owner: boolean;
  widget: PinnedVersion;
  fields: EmbedFields;
};

/** Stands in the code for a key whose text is not known any more. */
const PLACEHOLDER = "YOUR_KEY";
/** How long a choice rests before the widget beside it is drawn anew, in milliseconds. */
const REST_MS = 200;
/** A frame older than this gets a new ticket before the old one ends, in milliseconds. */
const FRESH_MS = 8 * 60_000;

/** The widget's look: the code and the real widget beside it follow every choice. */
export default function EmbedStudio(props: Props) {
  const { twin, keys, widget, made, is_owner } = props;
  const fields = useSignal(props.fields);
  const isLive = useSignal(false);
  const isPhone = useSignal(false);
  useEffect(() => {
    isLive.value = true;
  }, []);
  const change = (changed: Partial<EmbedFields>) =>
    fields.value = { ...fields.value, ...changed };
  const known = useComputed(() =>
    made?.id === fields.value.key_id ? made.key : null
  );
  const code = useComputed(() =>
    embedCode({
      ...props,
      key: known.value ?? PLACEHOLDER,
      options: readWidgetOptions(fields.value, twin),
      pinned: fields.value.pin ? widget : undefined,
    })
  );
  const site = useSite(twin, fields);
  const colour = fields.value.accent || twin.accent_color;
  const drawn = readWidgetOptions({ accent: colour }, twin).accent ?? colour;
  const key = keys.find(({ id }) => id === fields.value.key_id);
  return (
    <div class="grid grid-cols-1 items-start gap-6 xl:grid-cols-[21rem_minmax(0,1fr)]">
      <Card title="Look">
        <EmbedControls
          twin={twin}
          keys={keys}
          fields={fields.value}
          onChange={change}
          colour={
            <EmbedColour
              colour={colour}
              contrast={contrastInWords(drawn)}
              onType={isLive.value
                ? (accent) => change({ accent })
                : undefined}
            />
          }
        />
      </Card>
      <div class="min-w-0 space-y-6">
        {key
          ? (
            <EmbedSite
              address={siteOf(key)}
              isPhone={isPhone.value}
              tools={isLive.value
                ? {
                  onSize: (narrow) => isPhone.value = narrow,
                  onReload: site.reload,
                }
                : undefined}
            >
              <iframe
                ref={site.frame}
                title="Your widget on a page, live"
                src={site.address}
                class="block h-[40rem] w-full bg-surface"
              />
            </EmbedSite>
          )
          : (
            <Card title="On your site">
              <p class="text-sm text-muted">
                Make a key, and the real widget appears here.
              </p>
            </Card>
          )}
        <Card title="Code">
          <div class="mb-5">
            <EmbedKey
              current={key}
              placeholder={known.value ? null : PLACEHOLDER}
              is_owner={is_owner}
            />
          </div>
          <EmbedCodeTabs
            code={code.value}
            copyButton={(text, label) => (
              <CopyButton text={text} label={label} />
            )}
          />
        </Card>
      </div>
    </div>
  );
}

/** Where a key works, for the address of the site. */
function siteOf({ allowed_domains }: EmbedKeyChoice): string {
  return allowed_domains.find((domain) => !domain.includes("*")) ??
    "your-site.example";
}

/** The site beside the choices, whose widget follows them once they rest. */
function useSite(twin: Twin, fields: { value: EmbedFields }) {
  const addressOf = ({ pin: _, ...look }: EmbedFields) =>
    `/dashboard/embed/preview?${new URLSearchParams({
      twin: twin.id,
      ...look,
    })}`;
  const frame = useRef<HTMLIFrameElement>(null);
  const address = useRef(addressOf(fields.value));
  const shown = useRef({ fields: fields.value, loaded_ms: Date.now() });
  const reload = () => {
    // Not by `src`, which would add a step to the browser's history.
    frame.current?.contentWindow?.location.replace(addressOf(fields.value));
    shown.current = { fields: fields.value, loaded_ms: Date.now() };
  };
  const draw = () => {
    const { fields: before, loaded_ms } = shown.current;
    if (!frame.current || before === fields.value) return;
    const isOfKey = before.key_id === fields.value.key_id &&
      Date.now() - loaded_ms < FRESH_MS;
    shown.current = { fields: fields.value, loaded_ms };
    if (
      !isOfKey ||
      !showLook(frame.current, readWidgetOptions(fields.value, twin))
    ) {
      reload();
    }
  };
  useSignalEffect(() => {
    if (!fields.value) return;
    const timer = setTimeout(draw, REST_MS);
    return () => clearTimeout(timer);
  });
  return { frame, address: address.current, reload };
}
