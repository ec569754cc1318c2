import type { QrCode } from "../../lib/schemas/qr_code.ts";

type Props = { qr: QrCode; label: string };

/** A QR code, dark on white in either theme: readers want it so. */
export function QrPicture({ qr, label }: Props) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      shape-rendering="crispEdges"
      class="size-44 shrink-0 rounded-xl border border-line bg-white text-black"
    >
      <path d={qr.path} fill="currentColor" />
    </svg>
  );
}
