import type { ConnectionCheck } from "../../lib/views/connection_check.ts";
import { Card } from "../ui/Card.tsx";
import { Notice } from "../ui/Notice.tsx";

/** How the current request reached the server, with what to fix where a proxy is misconfigured. */
export function ConnectionCheckCard({ way }: { way: ConnectionCheck }) {
  const facts = {
    "Address people open": way.base_url,
    "This page was requested at": `${way.scheme}://${way.host}`,
    "You are counted as": way.client,
    "You came through": way.peer === way.client ? "no proxy" : way.peer,
  };
  return (
    <Card title="How people reach this server" id="server">
      <div class="space-y-4">
        {way.warnings.map((warning) => (
          <Notice key={warning} look="warn">{warning}</Notice>
        ))}
        {way.warnings.length === 0 && (
          <Notice look="good">
            Links carry the right address, and each visitor is counted
            separately.
          </Notice>
        )}
        <dl class="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_1fr]">
          {Object.entries(facts).map(([name, value]) => (
            <>
              <dt class="text-muted">{name}</dt>
              <dd dir="auto" class="wrap-anywhere max-sm:mb-2">{value}</dd>
            </>
          ))}
        </dl>
      </div>
    </Card>
  );
}
