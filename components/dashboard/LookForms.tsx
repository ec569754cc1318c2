import {
  Monitor,
  Moon,
  PanelLeftClose,
  PanelLeftOpen,
  Sun,
} from "lucide-preact";
import type { Theme } from "../../lib/schemas/appearance.ts";
import type { Frame } from "../../lib/views/frame.ts";

const THEME_BUTTONS: [Theme, string, typeof Sun][] = [
  ["light", "Light", Sun],
  ["dark", "Dark", Moon],
  ["system", "System", Monitor],
];

type Props = { frame: Frame };

/** Light, dark, or the system's theme. */
export function ThemeForm({ frame: { look, here } }: Props) {
  return (
    <form
      method="post"
      action="/dashboard/theme"
      aria-label="Theme"
      class="flex gap-1 rounded-lg border border-rail-line p-0.5 folded:flex-col"
    >
      <input type="hidden" name="next" value={here} />
      {THEME_BUTTONS.map(([theme, label, Icon]) => (
        <button
          key={theme}
          type="submit"
          name="theme"
          value={theme}
          aria-label={label}
          aria-pressed={look.theme === theme}
          title={label}
          class="grid min-h-8 flex-1 place-items-center rounded-md text-rail-muted transition hover:bg-white/10 hover:text-white aria-pressed:bg-rail-raised aria-pressed:text-white"
        >
          <Icon size={16} />
        </button>
      ))}
    </form>
  );
}

/** Folds the sidebar to its icons, or unfolds it. */
export function FoldForm({ frame: { look, here } }: Props) {
  const Icon = look.is_folded ? PanelLeftOpen : PanelLeftClose;
  const label = look.is_folded ? "Expand the sidebar" : "Collapse the sidebar";
  return (
    <form
      method="post"
      action="/dashboard/theme"
      class="hidden desk:block"
    >
      <input type="hidden" name="next" value={here} />
      <button
        type="submit"
        name="sidebar"
        value={look.is_folded ? "open" : "folded"}
        aria-label={label}
        title={label}
        class="grid size-10 place-items-center rounded-lg text-rail-muted transition hover:bg-white/10 hover:text-white"
      >
        <Icon size={18} strokeWidth={1.75} />
      </button>
    </form>
  );
}
