import { textOn } from "../../lib/client/contrast.ts";
import { initials } from "../../lib/client/initials.ts";

const SIZES = {
  xs: ["size-6 text-[0.625rem]", 24],
  sm: ["size-8 text-xs", 32],
  md: ["size-10 text-sm", 40],
  lg: ["size-16 text-xl", 64],
  xl: ["size-24 text-3xl", 96],
} as const;

const GROUNDS = [
  "from-brand-600 to-purple-600",
  "from-brand-800 to-brand-600",
  "from-purple-800 to-brand-600",
  "from-purple-600 to-fuchsia-700",
] as const;

type Props = {
  name: string;
  /** The picture's address; initials are shown without one. */
  src?: string | null;
  size?: keyof typeof SIZES;
  /** A twin's own colour, `#rrggbb`, as visitors see it. */
  colour?: string;
  class?: string;
};

/** A face or its initials. Hidden from screen readers: the name is beside it. */
export function Avatar(
  { name, src, size = "md", colour, class: extra }: Props,
) {
  const [classes, pixels] = SIZES[size];
  const shared = `${classes} shrink-0 rounded-full ${extra ?? ""}`;
  if (src) {
    return (
      <img
        src={src}
        alt=""
        width={pixels}
        height={pixels}
        class={`${shared} bg-hover object-cover`}
      />
    );
  }
  if (colour) {
    // A separate image: the policy forbids colours in inline styles.
    return (
      <svg
        viewBox="0 0 100 100"
        aria-hidden="true"
        class={`${shared} select-none`}
      >
        <rect width="100" height="100" fill={colour} />
        <text
          x="50"
          y="51"
          text-anchor="middle"
          dominant-baseline="central"
          font-size="38"
          font-weight="600"
          fill={textOn(colour)}
        >
          {initials(name)}
        </text>
      </svg>
    );
  }
  return (
    <span
      aria-hidden="true"
      class={`${shared} grid place-items-center bg-linear-to-br font-semibold text-white select-none ${
        GROUNDS[hash(name) % GROUNDS.length]
      }`}
    >
      {initials(name)}
    </span>
  );
}

function hash(text: string): number {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
