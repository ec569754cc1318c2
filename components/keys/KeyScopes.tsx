import type { Scope } from "../../lib/schemas/api_key.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Disclosure } from "../ui/Disclosure.tsx";

export const SCOPE_WORDS: Record<Scope, string> = {
  "chat": "Ask the twin",
  "content:read": "Read its content, private items too",
  "content:write": "Add, change and delete its content",
  "conversations:read": "Read conversations and the e-mails left in them",
  "keys:write": "Create and revoke keys that may do no more than this one",
};

const SCOPES = Object.entries(SCOPE_WORDS) as [Scope, string][];

type Props = { chosen: readonly Scope[]; form: FormState | null };

/** What a secret key may do; folded while it may only ask. */
export function KeyScopes({ chosen, form }: Props) {
  const typed = form?.values.scopes_list;
  const problem = form?.issues.find(({ path }) => path.startsWith("scopes"));
  const is_simple = (typed ?? chosen.join(" ")) === "chat";
  return (
    <Disclosure
      title="What a secret key may do"
      open={!is_simple || problem !== undefined}
    >
      <fieldset class="space-y-2 text-sm">
        <legend class="sr-only">What a secret key may do</legend>
        {SCOPES.map(([scope, words]) => (
          <label key={scope} class="flex items-start gap-2">
            <input
              type="checkbox"
              name="scopes_list"
              value={scope}
              checked={typed
                ? typed.split(" ").includes(scope)
                : chosen.includes(scope)}
              class="mt-0.5 size-4 shrink-0"
            />
            <span class="min-w-0">
              {words} <code class="font-mono text-xs text-muted">{scope}</code>
            </span>
          </label>
        ))}
        <p class="text-xs text-muted">
          With more than that, the key can call the API for this twin as an
          owner would. A publishable key can only ask.
        </p>
        {problem && <p class="text-sm text-bad">{problem.message}</p>}
      </fieldset>
    </Disclosure>
  );
}
