import type { ComponentChildren } from "preact";
import type { ChannelKind } from "../../lib/schemas/channel.ts";

type Props = {
  kind: ChannelKind;
  /** In pixels. */
  size: number;
};

/** A simple icon for a platform, beside its name. */
export function PlatformIcon({ kind, size }: Props) {
  return (
    <svg
      class="shrink-0"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {MARKS[kind]}
    </svg>
  );
}

const MARKS: Record<ChannelKind, ComponentChildren> = {
  // A paper plane.
  telegram: <path d="M21 3 3 10.5l6 2.5 2.5 7L21 3ZM21 3 9 13" />,
  // A number sign, as in channel names there.
  slack: <path d="M4 9h16M4 15h16M10 3 8 21M16 3l-2 18" />,
  // A game controller with a face.
  discord: (
    <path d="M8 6C5 6.6 3 12 3 16c1.2 1.4 2.6 2 4.4 2l1.2-2c2.2.5 4.6.5 6.8 0l1.2 2c1.8 0 3.2-.6 4.4-2 0-4-2-9.4-5-10l-1 1.6a14 14 0 0 0-6 0ZM9 12v.01M15 12v.01" />
  ),
  // A telephone receiver in a speech bubble.
  whatsapp: (
    <path d="m3 21 1.6-4.8A9 9 0 1 1 8 19.4ZM9 8c-.6 3.6 3.4 7.6 7 7l.3-1.7-2-1-1 1c-1-.5-1.8-1.3-2.3-2.3l1-1-1-2Z" />
  ),
};
