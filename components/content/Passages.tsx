import { Disclosure } from "../ui/Disclosure.tsx";

/** What answers may quote of an item; only the beginning of a very long one. */
export function Passages({ passages }: { passages: string[] }) {
  return (
    <Disclosure
      title={passages.length === 1
        ? "1 passage an answer may quote"
        : `${passages.length} passages an answer may quote`}
    >
      <ol class="space-y-3 text-sm">
        {passages.slice(0, 200).map((passage, i) => (
          <li
            key={i}
            dir="auto"
            class="rounded-lg bg-hover px-4 py-3 wrap-anywhere whitespace-pre-line"
          >
            {passage}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
