import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { ImageUp } from "lucide-preact";
import { Cropper } from "../components/picture/Cropper.tsx";
import { cropped, type Frame, pictureOf } from "../components/picture/crop.ts";

type Props = { problem: string };

/** The chosen picture and its error. */
function usePicture(problem: string) {
  const picture = useSignal<ImageBitmap | null>(null);
  const error = useSignal(problem);
  const is_ready = useSignal(false);
  const frame = useRef<Frame>({ x: 0.5, y: 0.5, zoom: 1 });
  const input = useRef<HTMLInputElement>(null);

  const take = async (file: File | undefined) => {
    if (!file) return;
    const found = await pictureOf(file);
    error.value = typeof found === "string" ? found : "";
    if (typeof found === "string") return;
    frame.current = { x: 0.5, y: 0.5, zoom: 1 };
    picture.value = found;
  };

  /** The visible part in place of the chosen file. */
  const submit = async (event: SubmitEvent) => {
    const shown = picture.value;
    const button = event.submitter as HTMLButtonElement | null;
    if (!shown || !input.current || button?.value !== "avatar") return;
    event.preventDefault();
    const list = new DataTransfer();
    list.items.add(await cropped(shown, frame.current));
    input.current.files = list.files;
    picture.value = null;
    input.current.form?.requestSubmit(button);
  };

  useEffect(() => {
    is_ready.value = true;
    const form = input.current?.form;
    return form ? listen(form, take, submit) : undefined;
  }, []);
  return { picture, error, is_ready, frame, input, take };
}

/** Takes pictures dropped on a form or pasted, and crops on submit; returns a function that stops it. */
function listen(
  form: HTMLFormElement,
  take: (file: File | undefined) => Promise<void>,
  submit: (event: SubmitEvent) => Promise<void>,
): () => void {
  const paste = (event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (file?.type.startsWith("image/")) void take(file);
  };
  const drag = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  };
  document.addEventListener("paste", paste);
  form.addEventListener("dragover", drag);
  form.addEventListener("drop", drop);
  form.addEventListener("submit", submit);
  return () => {
    document.removeEventListener("paste", paste);
    form.removeEventListener("dragover", drag);
    form.removeEventListener("drop", drop);
    form.removeEventListener("submit", submit);
  };
}

/**
 * Chooses a picture and crops it here if scripts run: dropped, pasted or chosen up to 20 MB, it is sent as 512 pixels
 * of WebP. Without scripts the file is sent as it is.
 */
export default function PictureField({ problem }: Props) {
  const { picture, error, is_ready, frame, input, take } = usePicture(problem);
  return (
    <div class="min-w-0 space-y-2">
      {picture.value && (
        <Cropper
          key={picture.value}
          picture={picture.value}
          frame={frame.current}
        />
      )}
      <input
        ref={input}
        id="avatar"
        name="avatar"
        type="file"
        accept="image/png,image/jpeg,image/webp"
        onChange={(event) => take(event.currentTarget.files?.[0])}
        aria-invalid={error.value ? true : undefined}
        aria-describedby={error.value ? "avatar-error" : undefined}
        data-picture={is_ready.value ? picture.value ? "chosen" : "none" : ""}
        class={is_ready.value
          ? "peer sr-only"
          : "max-w-full text-sm file:me-3 file:min-h-10 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-control-line file:bg-raised file:px-3 file:text-ink"}
      />
      {is_ready.value
        ? (
          <label
            for="avatar"
            class="flex cursor-pointer items-center gap-3 rounded-xl border border-dashed border-control-line px-4 py-3 text-sm transition hover:border-accent hover:bg-accent-soft peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent"
          >
            <ImageUp size={20} class="shrink-0 text-accent" />
            <span>
              <span class="block font-medium">
                {picture.value ? "Choose another picture" : "Choose a picture"}
              </span>
              <span class="text-muted">
                or drop or paste one here, up to 20 MB
              </span>
            </span>
          </label>
        )
        : (
          <label for="avatar" class="block text-sm font-medium">
            PNG, JPEG or WebP, up to 60 KiB
          </label>
        )}
      {error.value && (
        <p
          id="avatar-error"
          role="alert"
          class="text-xs font-medium text-bad"
        >
          {error.value}
        </p>
      )}
    </div>
  );
}
