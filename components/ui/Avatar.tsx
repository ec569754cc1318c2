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
  /** The picture's address; without one the initials are shown. */
  src?: string | null;
  size?: keyof typeof SIZES;
  /** In the colour of the twin that the page names, as a visitor sees it. */
  isTinted?: boolean;
  class?: string;
};

/** A face or its initials. Says nothing to a screen reader: the name is beside it. */
export function Avatar(
  { name, src, size = "md", isTinted, class: extra }: Props,
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
  return (
    <span
      aria-hidden="true"
      class={`${shared} grid place-items-center font-semibold select-none ${
        isTinted
          ? "tint"
          : `bg-linear-to-br text-white ${GROUNDS[hash(name) % GROUNDS.length]}`
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
