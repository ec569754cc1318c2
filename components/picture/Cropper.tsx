import { useEffect, useRef } from "preact/hooks";
import { draw, type Frame, MAX_ZOOM, squareOf } from "./crop.ts";

type Props = {
  picture: ImageBitmap;
  /** Changed in place, and read when the form is sent. */
  frame: Frame;
};

const SIDE = 240;
const STEPS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The drawn picture, and what changes its visible part. */
function useFrame({ picture, frame }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const show = () => canvas.current && draw(canvas.current, picture, frame);
  useEffect(() => void show(), []);

  /** Moves by this many screen pixels. */
  const move = (x: number, y: number) => {
    const { side } = squareOf(picture, frame);
    const seen = canvas.current?.clientWidth || SIDE;
    frame.x += x * side / seen / picture.width;
    frame.y += y * side / seen / picture.height;
    show();
  };
  const zoomTo = (zoom: number) => {
    frame.zoom = Math.min(Math.max(zoom, 1), MAX_ZOOM);
    if (slider.current) slider.current.value = String(frame.zoom);
    show();
  };

  const byKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step) move(step[0] * 8, step[1] * 8);
    else if (event.key === "+") zoomTo(frame.zoom * 1.1);
    else if (event.key === "-") zoomTo(frame.zoom / 1.1);
    else return;
    event.preventDefault();
  };
  return { canvas, slider, move, zoomTo, byKey };
}

/** A picture behind a round window: dragged, zoomed by wheel or slider, moved by the arrow keys. */
export function Cropper({ picture, frame }: Props) {
  const { canvas, slider, move, zoomTo, byKey } = useFrame({ picture, frame });
  return (
    <div class="w-fit space-y-2">
      <canvas
        ref={canvas}
        width={SIDE * 2}
        height={SIDE * 2}
        tabIndex={0}
        role="application"
        aria-label="The part of the picture that is used. Move it with the arrow keys, zoom with plus and minus."
        class="size-60 cursor-move touch-none rounded-full border border-line bg-hover"
        onPointerDown={(event) =>
          event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          move(-event.movementX, -event.movementY);
        }}
        onWheel={(event) => {
          event.preventDefault();
          zoomTo(frame.zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
        }}
        onKeyDown={byKey}
      />
      <label class="flex items-center gap-2 text-sm">
        Zoom
        <input
          ref={slider}
          type="range"
          min="1"
          max={MAX_ZOOM}
          step="0.05"
          defaultValue="1"
          class="flex-1"
          onInput={(event) => zoomTo(Number(event.currentTarget.value))}
        />
      </label>
    </div>
  );
}
