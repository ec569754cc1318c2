import type { FormState } from "../../lib/views/form.ts";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { FormProblem } from "../ui/FormProblem.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";

type CardProps = {
  twin: TwinView;
  /** It is the current twin. */
  isChosen: boolean;
};

/** One of the team's twins; the whole card links to its overview. */
export function TwinCard({ twin, isChosen }: CardProps) {
  return (
    <li class="relative flex min-w-0 flex-col gap-4 rounded-xl border border-line bg-raised p-5 shadow-sm transition hover:border-control-line/60 hover:shadow-md">
      <div class="flex items-center gap-4">
        <Avatar
          name={twin.name}
          src={twin.avatar_url}
          size="lg"
          colour={twin.accent_color}
        />
        <div class="min-w-0 flex-1">
          <a
            dir="auto"
            class="line-clamp-2 text-base font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-xl"
            href={`/dashboard?twin=${twin.id}`}
          >
            {twin.name}
          </a>
          <p class="mt-1 flex flex-wrap gap-2 empty:hidden">
            {isChosen && <Badge look="accent">Chosen</Badge>}
            {twin.paused && <Badge look="warn">Paused</Badge>}
          </p>
        </div>
      </div>
      <p
        dir="auto"
        class="line-clamp-2 text-sm wrap-anywhere text-muted empty:hidden"
      >
        {twin.bio}
      </p>
      <a
        class="relative mt-auto w-fit rounded-md text-sm font-medium text-accent hover:underline"
        aria-label={`Settings of ${twin.name}`}
        href={`/dashboard/settings?twin=${twin.id}`}
      >
        Settings
      </a>
    </li>
  );
}

type FormProps = { action: string; form: FormState | null };

/** Creates a twin; everything else about it can wait. */
export function NewTwinForm({ action, form }: FormProps) {
  return (
    <form method="post" action={action} class="space-y-4">
      <FormProblem error={form} />
      <Field
        label="Name"
        name="name"
        required
        maxLength={100}
        dir="auto"
        hint="Usually your own name."
        error={form}
      />
      <Field
        label="In a sentence or two (optional)"
        name="bio"
        multiline={3}
        maxLength={1000}
        dir="auto"
        hint="Who you are and what people can ask you about."
        error={form}
      />
      <div class="flex justify-end gap-2">
        <Button
          type="button"
          look="plain"
          commandfor="new-twin"
          command="close"
        >
          Cancel
        </Button>
        <Button name="action" value="create">Make this twin</Button>
      </div>
    </form>
  );
}
