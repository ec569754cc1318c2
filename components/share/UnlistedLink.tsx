import type { ComponentChildren } from "preact";
import type { ShareLinkView } from "../../lib/schemas/share_link.ts";
import { Disclosure } from "../ui/Disclosure.tsx";
import { RegenerateButton } from "./ShareForms.tsx";

type Props = {
  link: ShareLinkView;
  is_owner: boolean;
  /** Copies the link. */
  children: ComponentChildren;
};

/** The secret link, beside the page's own address: for the people it is sent to, hidden from search engines. */
export function UnlistedLink({ link, is_owner, children }: Props) {
  return (
    <Disclosure title="The unlisted link">
      <div class="space-y-3">
        <p class="max-w-prose text-sm text-muted">
          The same page at an address that nobody can guess and no search engine
          finds. It ends when you make a new one.
        </p>
        <p class="font-mono text-sm break-all">{link.share_url}</p>
        <div class="flex flex-wrap items-center gap-3">
          {children}
          {is_owner && <RegenerateButton />}
        </div>
      </div>
    </Disclosure>
  );
}
