import type { FormState } from "../../lib/views/form.ts";
import type { PageTheme, TwinView } from "../../lib/schemas/twin.ts";
import { Button } from "../ui/Button.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Field } from "../ui/Field.tsx";
import { SaveBar } from "../ui/SaveBar.tsx";

type Props = { twin: TwinView; form: FormState | null; is_owner: boolean };

/** As many as a twin's page shows. */
const LINKS = [1, 2, 3, 4, 5, 6, 7, 8];
const FEW = 3;

const THEMES: Record<PageTheme, string> = {
  plain: "Plain",
  soft: "Soft",
  dark: "Dark",
  bold: "Bold",
};

/** How the twin's own page looks and where it links; read-only for a viewer. */
export function PageForm({ twin, form, is_owner }: Props) {
  const chosen = form?.values.page_theme ?? twin.page_theme;
  const shown = Math.max(FEW, twin.links.length + 1);
  return (
    <form method="post" data-guarded class="space-y-5">
      <fieldset>
        <legend class="mb-2 text-sm font-medium">Theme</legend>
        <div class="grid grid-cols-2 gap-3 sm:grid-cols-4">
          {Object.entries(THEMES).map(([theme, label]) => (
            <label
              key={theme}
              class="cursor-pointer rounded-xl border border-line p-2 text-center text-sm transition has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2"
            >
              <ThemePicture theme={theme} accent={twin.accent_color} />
              <input
                type="radio"
                name="page_theme"
                value={theme}
                checked={chosen === theme}
                class="me-1.5"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="space-y-3">
        <legend class="mb-2 text-sm font-medium">
          Links on your page (up to 8)
        </legend>
        {LINKS.slice(0, shown).map((n) => (
          <LinkFields key={n} n={n} twin={twin} form={form} />
        ))}
        {shown < LINKS.length && (
          <Disclosure title="More links" open={form !== null}>
            <div class="space-y-3">
              {LINKS.slice(shown).map((n) => (
                <LinkFields key={n} n={n} twin={twin} form={form} />
              ))}
            </div>
          </Disclosure>
        )}
      </fieldset>
      {is_owner && (
        <SaveBar form={form}>
          <Button look="plain" name="action" value="page">Save the page</Button>
        </SaveBar>
      )}
    </form>
  );
}

function LinkFields(
  { n, twin, form }: { n: number; twin: TwinView; form: FormState | null },
) {
  const link = twin.links[n - 1];
  return (
    <div class="grid gap-3 sm:grid-cols-[1fr_2fr]">
      <Field
        label={`Link ${n}: what it says`}
        name={`link_label_${n}`}
        maxLength={60}
        dir="auto"
        placeholder="My shop"
        value={link?.label ?? ""}
        error={form}
      />
      <Field
        label={`Link ${n}: its address`}
        name={`link_url_${n}`}
        inputMode="url"
        placeholder="https://…"
        value={link?.url ?? ""}
        error={form}
      />
    </div>
  );
}

const GROUNDS: Record<string, string> = {
  plain: "fill-raised",
  soft: "fill-surface",
  dark: "fill-brand-950",
  bold: "",
};

/** A miniature page in that theme: its ground, the face, the composer. */
function ThemePicture({ theme, accent }: { theme: string; accent: string }) {
  const isBold = theme === "bold";
  const has_glow = theme === "soft" || theme === "dark";
  return (
    <svg
      viewBox="0 0 80 52"
      class="mb-2 w-full rounded-lg border border-line"
      aria-hidden="true"
    >
      <rect width="80" height="52" class={GROUNDS[theme]} fill={accent} />
      {has_glow && (
        <ellipse cx="40" cy="0" rx="34" ry="20" fill={accent} opacity=".3" />
      )}
      <circle cx="40" cy="17" r="8" fill={isBold ? "#fff" : accent} />
      <rect
        x="28"
        y="29"
        width="24"
        height="3"
        rx="1.5"
        fill={isBold ? "#fff" : accent}
        opacity=".5"
      />
      <rect
        x="14"
        y="38"
        width="52"
        height="8"
        rx="4"
        class={theme === "dark" ? "fill-brand-800" : "fill-hover"}
      />
    </svg>
  );
}
