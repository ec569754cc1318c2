import type { ComponentChildren } from "preact";
import type { TwinView } from "../../lib/schemas/twin.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";

type Props = {
  twin: TwinView;
  /** Where a picture is chosen. */
  children: ComponentChildren;
};

/** The twin's face. */
export function AvatarForm({ twin, children }: Props) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      class="flex flex-wrap items-center gap-x-5 gap-y-4"
    >
      <Avatar
        name={twin.name}
        src={twin.avatar_url}
        size="lg"
        colour={twin.accent_color}
      />
      {children}
      <Button name="action" value="avatar">Use it</Button>
      {twin.avatar_url && (
        <Button look="danger" name="action" value="remove_avatar">
          Remove
        </Button>
      )}
    </form>
  );
}
