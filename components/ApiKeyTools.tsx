import type { KeyRow, Tested } from "../lib/http/api_key_rows.ts";
import type { Frame } from "../lib/http/dashboard.ts";
import type { FormError } from "../lib/http/page.ts";
import type { ComponentChildren } from "preact";
import { EditKeyForm, RevokeKeyForm, RotateKeyForm } from "./ApiKeyForms.tsx";
import { KeyOrigins, OriginTester } from "./KeyOrigins.tsx";
import { Disclosure } from "./ui/Disclosure.tsx";

type Props = {
  row: KeyRow;
  frame: Frame;
  now: number;
  cursor: string;
  tested: Tested | null;
  error: FormError | null;
  is_owner: boolean;
};

/** What can be seen of a key and done with it. Open for the key that the last form was about. */
export function ApiKeyTools({ row, is_owner, ...page }: Props) {
  const { key, status } = row;
  const tested = page.tested?.key_id === key.id ? page.tested : null;
  const error = page.error?.values.key_id === key.id ? page.error : null;
  const isOpen = tested || error;
  return (
    <Disclosure
      title={is_owner ? "Manage" : "Who called"}
      of={key.name}
      open={isOpen ? true : undefined}
    >
      <div class="space-y-8 border-t border-line pt-5">
        <Part title="Who called in the last 7 days">
          <KeyOrigins row={row} now={page.now} is_owner={is_owner} />
          {key.type === "publishable" && (
            <OriginTester
              row={row}
              tested={tested}
              twin_id={key.twin_id}
              cursor={page.cursor}
            />
          )}
        </Part>
        {is_owner && (
          <Part title="Settings">
            <EditKeyForm row={row} error={error} />
          </Part>
        )}
        {is_owner && status === "live" && (
          <Part
            title="Replace"
            lead="A new key with the same settings. Give the old one some time, so that nothing breaks while you change it on your site."
          >
            <RotateKeyForm row={row} />
          </Part>
        )}
        {is_owner && (
          <Part
            title="Revoke"
            lead="Ends the key at once, for conversations under way too. This cannot be undone."
          >
            <RevokeKeyForm row={row} error={error} />
          </Part>
        )}
      </div>
    </Disclosure>
  );
}

type PartProps = { title: string; lead?: string; children: ComponentChildren };

function Part({ title, lead, children }: PartProps) {
  return (
    <div class="space-y-3">
      <h4 class="text-sm font-semibold">{title}</h4>
      {lead && <p class="max-w-prose text-sm text-muted">{lead}</p>}
      {children}
    </div>
  );
}
