import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { ArrowUp } from "lucide-preact";
import { Avatar } from "../components/ui/Avatar.tsx";
import type { TwinView } from "../lib/schemas/twin.ts";
import { textOn } from "../lib/client/contrast.ts";

type Shown = {
  name: string;
  bio: string;
  greeting: string;
  questions: string[];
  accent_color: string;
};
type Props = { twin: TwinView };

/** A miniature of a twin's page that follows the form beside it; without scripts as saved. */
export default function ProfilePreview({ twin }: Props) {
  const shown = useSignal<Shown>({
    ...twin,
    questions: twin.suggested_questions,
  });
  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>("form#profile");
    if (!form) return;
    const look = () => shown.value = readForm(form) ?? shown.value;
    const later = () => setTimeout(look);
    look();
    form.addEventListener("input", look);
    form.addEventListener("reset", later);
    return () => {
      form.removeEventListener("input", look);
      form.removeEventListener("reset", later);
    };
  }, []);
  const { name, bio, greeting, questions, accent_color } = shown.value;
  const paint = (node: HTMLElement | null) => {
    node?.style.setProperty("--tint", accent_color);
    node?.style.setProperty("--on-tint", textOn(accent_color));
  };
  return (
    <div
      ref={paint}
      class="of-twin flex flex-col items-center gap-3 rounded-2xl border border-line bg-surface p-5 text-center"
    >
      <Avatar
        name={name}
        src={twin.avatar_url}
        size="xl"
        colour={accent_color}
      />
      <p dir="auto" class="text-lg font-semibold wrap-anywhere">{name}</p>
      {bio && <p dir="auto" class="text-sm wrap-anywhere text-muted">{bio}</p>}
      {greeting && <p dir="auto" class="wrap-anywhere">{greeting}</p>}
      {questions.map((question) => (
        <p
          key={question}
          dir="auto"
          class="w-full rounded-xl border border-line bg-raised px-3 py-2 text-sm wrap-anywhere"
        >
          {question}
        </p>
      ))}
      <p class="flex w-full items-center justify-between rounded-2xl border border-control-line bg-raised p-1.5 ps-4 text-start text-sm text-muted">
        Ask me anything
        <span class="tint rounded-xl p-2">
          <ArrowUp size={16} />
        </span>
      </p>
    </div>
  );
}

/** The form's values; null for a read-only form, which sends nothing. */
function readForm(form: HTMLFormElement): Shown | null {
  const data = new FormData(form);
  if (!data.has("name")) return null;
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    name: text("name"),
    bio: text("bio"),
    greeting: text("greeting"),
    questions: [1, 2, 3, 4].map((n) => text(`question_${n}`)).filter(Boolean),
    accent_color: text("accent_color"),
  };
}
