import { ChevronsUpDown, LogOut } from "lucide-preact";
import type { Frame } from "../../lib/views/frame.ts";
import { Avatar } from "../ui/Avatar.tsx";

/** Who is signed in, in which team, and the log-out. */
export function SignedIn({ frame: { me, teams } }: { frame: Frame }) {
  const others = teams.filter(({ id }) => id !== me.tenant.id);
  return (
    <div class="space-y-2 text-sm">
      {others.length > 0 && <TeamMenu team={me.tenant} others={others} />}
      <div class="flex items-center gap-3 folded:flex-col">
        <Avatar name={me.user.name} size="sm" class="ms-1 folded:ms-0" />
        <p class="min-w-0 flex-1 folded:sr-only">
          <span dir="auto" class="block truncate font-medium text-white">
            {me.user.name}
          </span>
          <span class="block text-xs text-rail-muted capitalize">
            {me.user.role}
          </span>
        </p>
        <form method="post" action="/logout">
          <button
            type="submit"
            aria-label="Log out"
            title="Log out"
            class="grid size-10 place-items-center rounded-lg text-rail-muted transition hover:bg-white/10 hover:text-white"
          >
            <LogOut size={18} strokeWidth={1.75} />
          </button>
        </form>
      </div>
    </div>
  );
}

type Team = { id: string; name: string };

/** The team, and a way to switch. */
function TeamMenu({ team, others }: { team: Team; others: Team[] }) {
  return (
    <details data-menu class="rounded-lg open:bg-white/5">
      <summary
        title={team.name}
        class="bare-summary rail-link justify-between"
      >
        <span class="min-w-0 folded:sr-only">
          <span class="sr-only">Team:</span>
          <span dir="auto" class="block truncate">{team.name}</span>
        </span>
        <ChevronsUpDown size={16} class="shrink-0 text-rail-muted" />
      </summary>
      <form
        method="post"
        action="/dashboard/team/switch"
        class="relative max-h-48 space-y-0.5 overflow-y-auto p-1"
      >
        {others.map(({ id, name }) => (
          <button
            key={id}
            type="submit"
            name="tenant_id"
            value={id}
            title={name}
            class="rail-link w-full"
          >
            <Avatar name={name} size="xs" />
            <span dir="auto" class="min-w-0 truncate folded:sr-only">
              {name}
            </span>
          </button>
        ))}
      </form>
    </details>
  );
}
