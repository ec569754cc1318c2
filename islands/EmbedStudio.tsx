import { useComputed, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { EmbedCodeTabs } from "../components/embed/EmbedCodeTabs.tsx";
import { EmbedColour } from "../components/embed/EmbedColour.tsx";
import { EmbedControls } from "../components/embed/EmbedControls.tsx";
import {
  EmbedKey,
  type EmbedKeyChoice,
} from "../components/embed/EmbedKey.tsx";
import { EmbedLive } from "../components/embed/EmbedLive.tsx";
import { EmbedPresets } from "../components/embed/EmbedPresets.tsx";
import { EmbedSite } from "../components/embed/EmbedSite.tsx";
import { useSite } from "../components/embed/use_site.ts";
import { useUses } from "../components/embed/use_uses.ts";
import { Card } from "../components/ui/Card.tsx";
import { contrastInWords } from "../lib/client/contrast.ts";
import {
  type EmbedCode,
  embedCode,
  type PinnedVersion,
} from "../lib/embed/embed_code.ts";
import {
  type EmbedFields,
  pastedOptions,
  readWidgetOptions,
} from "../lib/embed/look.ts";
import type { OriginRow } from "../lib/views/api_keys.ts";
import type { FormState } from "../lib/views/form.ts";
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
  /** The new key, whose text is known. */
  made: { id: string; key: string } | null;
  is_owner: boolean;
  widget: PinnedVersion;
  fields: EmbedFields;
  /** The refused save. */
  form: FormState | null;
  /** The stored looks by key id. */
  looks: Record<string, Partial<EmbedFields>>;
  /** Who called with the selected key, and with the one it replaces. */
  uses: OriginRow[];
  replaced: OriginRow[];
  now: number;
};

/** A placeholder in the code for a key whose text is no longer known. */
const PLACEHOLDER = "YOUR_KEY";

/** The chosen options and their code. */
function useLook(props: Props) {
  const { twin, widget, made } = props;
  const fields = useSignal(props.fields);
  const isLive = useSignal(false);
  useEffect(() => {
    isLive.value = true;
  }, []);
  const change = (changed: Partial<EmbedFields>) =>
    fields.value = {
      ...fields.value,
      // Another key has its own look.
      ...changed.key_id ? props.looks[changed.key_id] : {},
      ...changed,
    };
  const known = useComputed(() =>
    made?.id === fields.value.key_id ? made.key : null
  );
  const code = useComputed(() =>
    embedCode({
      ...props,
      key: known.value ?? PLACEHOLDER,
      options: pastedOptions(readWidgetOptions(fields.value, twin)),
      pinned: fields.value.pin ? widget : undefined,
    })
  );
  return { fields, isLive, change, known, code };
}

/** The widget's look: the code and a real widget follow every choice. */
export default function EmbedStudio(props: Props) {
  const { twin, keys, made, is_owner } = props;
  const { fields, isLive, change, known, code } = useLook(props);
  const colour = fields.value.accent_color || twin.accent_color;
  const drawn = readWidgetOptions({ accent_color: colour }, twin).accent;
  const key = keys.find(({ id }) => id === fields.value.key_id);
  if (!key) return null;
  const live = <Live key={key.id} {...props} siteKey={key} />;
  const codeCard = (
    <Code key="code" siteKey={key} code={code.value} {...{ known, is_owner }} />
  );
  return (
    <div class="@container">
      <div class="grid grid-cols-1 items-start gap-6 @2xl:grid-cols-[17rem_minmax(0,1fr)] @2xl:grid-rows-[auto_1fr] @5xl:grid-cols-[21rem_minmax(0,1fr)]">
        <div class="min-w-0 space-y-6 @2xl:col-start-2">
          {/* Someone who has just made a code wants to see it. */}
          {made && codeCard}
          {made && live}
          <Preview
            twin={twin}
            siteKey={key}
            fields={fields}
            isLive={isLive.value}
          />
        </div>
        <Card
          title="Look"
          class="@2xl:col-start-1 @2xl:row-start-1 @2xl:row-span-2"
        >
          <EmbedControls
            twin={twin}
            keys={keys}
            fields={fields.value}
            form={props.form}
            is_owner={is_owner}
            onChange={change}
            presets={isLive.value && <EmbedPresets onPick={change} />}
            colour={
              <EmbedColour
                colour={colour}
                contrast={contrastInWords(drawn ?? colour)}
                onType={isLive.value
                  ? (accent_color) => change({ accent_color })
                  : undefined}
              />
            }
          />
        </Card>
        <div class="min-w-0 space-y-6 @2xl:col-start-2">
          {!made && live}
          {!made && codeCard}
        </div>
      </div>
    </div>
  );
}

type CodeProps = {
  siteKey: EmbedKeyChoice;
  code: EmbedCode;
  /** The key's text, if known. */
  known: { value: string | null };
  is_owner: boolean;
};

/** What to paste. */
function Code({ siteKey, code, known, is_owner }: CodeProps) {
  return (
    <Card title="Code">
      <div class="mb-5">
        <EmbedKey
          current={siteKey}
          placeholder={known.value ? null : PLACEHOLDER}
          is_owner={is_owner}
        />
      </div>
      <EmbedCodeTabs
        code={code}
        copyButton={(text, label) => (
          <CopyButton
            text={text}
            label={label}
            isPrimary={known.value !== null}
          />
        )}
      />
    </Card>
  );
}

/** The site a key is for, as the preview's address. */
function siteOf({ allowed_domains }: EmbedKeyChoice): string {
  return allowed_domains.find((domain) => !domain.includes("*")) ??
    "your-site.example";
}

type PreviewProps = {
  twin: Twin;
  siteKey: EmbedKeyChoice;
  fields: { value: EmbedFields };
  isLive: boolean;
};

/** A real widget on a page. */
function Preview({ twin, siteKey, fields, isLive }: PreviewProps) {
  const isPhone = useSignal(false);
  const site = useSite(twin, fields);
  return (
    <EmbedSite
      address={siteOf(siteKey)}
      isPhone={isPhone.value}
      scheme={site.scheme.value}
      tools={isLive
        ? {
          onSize: (narrow) => isPhone.value = narrow,
          onScheme: (scheme) => site.scheme.value = scheme,
          onReload: site.reload,
        }
        : undefined}
    >
      <iframe
        ref={site.frame}
        title="Your widget on a page, live"
        src={site.address}
        class="block h-[32rem] w-full bg-surface @2xl:h-[40rem]"
      />
    </EmbedSite>
  );
}

/** Whether the key's code works on a site yet. */
function Live(
  { siteKey, fields, uses, replaced, now, is_owner }: Props & {
    siteKey: EmbedKeyChoice;
  },
) {
  const isFirst = fields.key_id === siteKey.id;
  const seen = useUses(siteKey.id, isFirst ? { uses, now } : null);
  return (
    <Card title="Is it live yet?">
      <EmbedLive
        key_id={siteKey.id}
        site={siteOf(siteKey)}
        uses={seen.value.uses}
        replaced={isFirst ? replaced : []}
        now={seen.value.now}
        is_owner={is_owner}
      />
    </Card>
  );
}
