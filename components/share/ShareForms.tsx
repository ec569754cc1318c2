import { ConfirmModal } from "../ui/ActionForm.tsx";
import { ModalButton } from "../ui/Modal.tsx";
import { Toggle } from "../ui/Toggle.tsx";

type StateProps = { is_on: boolean; is_owner: boolean };

/** The switch, with its effect as text. */
export function ShareState({ is_on, is_owner }: StateProps) {
  return (
    <form
      method="post"
      class="flex flex-wrap items-center justify-between gap-4"
    >
      <div class="min-w-0 flex-1 basis-64">
        <h2 class="font-semibold">
          {is_on ? "Sharing is on" : "Sharing is off"}
        </h2>
        <p class="text-sm text-muted">
          {is_on
            ? "Anyone with the link can talk to your twin."
            : "The link does not work until you turn sharing on."}
        </p>
      </div>
      {is_owner && (
        <Toggle
          isOn={is_on}
          label="Sharing"
          name="action"
          value={is_on ? "unshare" : "share"}
        />
      )}
    </form>
  );
}

/** Opens `RegenerateLink`. */
export function RegenerateButton() {
  return (
    <ModalButton opens="regenerate" look="danger">
      Make a new link
    </ModalButton>
  );
}

/** A new link, after a warning about the old one. */
export function RegenerateLink() {
  return (
    <ConfirmModal
      id="regenerate"
      title="Make a new link?"
      does="regenerate"
      button="End the old link and make a new one"
    >
      <p>
        The link you have given out stops working at once, even in conversations
        under way. Whoever should still have access needs the new one.
      </p>
    </ConfirmModal>
  );
}
