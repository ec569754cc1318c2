import {
  Bold,
  Code,
  Heading,
  Italic,
  Link,
  List,
  type LucideIcon,
} from "lucide-preact";
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { renderMarkdown } from "../lib/client/markdown.ts";

type Props = {
  name: string;
  label: string;
  value?: string;
  rows: number;
  hint: string;
  /** The error. */
  problem?: string;
};

type Tool = {
  label: string;
  Icon: LucideIcon;
  /** The marks before and after the selection; for a line mark, before each of its lines. */
  around: [before: string, after: string];
  isOfLines?: boolean;
  /** The shortcut key with Ctrl or Cmd. */
  key?: string;
};

const TOOLS: Tool[] = [
  { label: "Bold", Icon: Bold, around: ["**", "**"], key: "b" },
  { label: "Italic", Icon: Italic, around: ["*", "*"], key: "i" },
  { label: "Link", Icon: Link, around: ["[", "](https://)"], key: "k" },
  { label: "Heading", Icon: Heading, around: ["## ", ""], isOfLines: true },
  { label: "List", Icon: List, around: ["- ", ""], isOfLines: true },
  { label: "Code", Icon: Code, around: ["`", "`"] },
];

const TAB =
  "min-h-8 rounded-lg px-3 text-sm font-medium text-muted transition hover:bg-hover hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent";

/** The text, the selected view, and what the buttons do. */
function useEditor(value: string) {
  const text = useSignal(value);
  const isPreview = useSignal(false);
  // The buttons need scripts, so there are none until scripts run.
  const isAwake = useSignal(false);
  useEffect(() => void (isAwake.value = true), []);
  const area = useRef<HTMLTextAreaElement>(null);
  const apply = (tool: Tool) => {
    if (area.current) mark(area.current, tool);
    text.value = area.current?.value ?? text.value;
  };
  const byKey = (event: KeyboardEvent) => {
    const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase());
    if (!tool || !(event.ctrlKey || event.metaKey)) return;
    if (event.altKey || event.shiftKey) return;
    event.preventDefault();
    apply(tool);
  };
  const show = (preview: boolean) => {
    // Resetting the form fires no input event.
    text.value = area.current?.value ?? text.value;
    isPreview.value = preview;
  };
  return { text, isPreview, isAwake, area, apply, byKey, show };
}

/** A Markdown text with buttons for common marks and a preview. A plain field until scripts run. */
export default function MarkdownEditor(
  { name, label, value = "", rows, hint, problem }: Props,
) {
  const { text, isPreview, isAwake, area, apply, byKey, show } = useEditor(
    value,
  );
  const described = [`${name}-hint`, problem && `${name}-error`]
    .filter(Boolean).join(" ");
  return (
    <div class="min-w-0 space-y-1.5">
      <label for={name} class="block text-sm font-medium">{label}</label>
      <div class="overflow-hidden rounded-lg border border-control-line bg-raised shadow-xs">
        <div
          hidden={!isAwake.value}
          class="flex flex-wrap items-center gap-1 border-b border-line p-1.5"
        >
          <ViewTabs isPreview={isPreview.value} onChoose={show} />
          <span class="mx-1 h-5 border-s border-line" />
          {TOOLS.map((tool) => (
            <ToolButton
              key={tool.label}
              tool={tool}
              disabled={isPreview.value}
              onClick={() => apply(tool)}
            />
          ))}
        </div>
        <textarea
          ref={area}
          id={name}
          name={name}
          required
          rows={rows}
          dir="auto"
          aria-describedby={described}
          aria-invalid={problem ? true : undefined}
          onInput={(event) => text.value = event.currentTarget.value}
          // An empty required field that is hidden would block the form silently.
          onInvalid={() => isPreview.value = false}
          onKeyDown={byKey}
          class={`block w-full resize-y bg-raised px-3 py-2 text-base text-ink sm:text-sm ${
            isPreview.value ? "hidden" : ""
          }`}
        >
          {value}
        </textarea>
        {isPreview.value && <Preview text={text.value} />}
      </div>
      <p id={`${name}-hint`} class="text-xs text-muted">{hint}</p>
      {problem && (
        <p id={`${name}-error`} class="text-xs font-medium text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}

type ViewTabsProps = { isPreview: boolean; onChoose(preview: boolean): void };

function ViewTabs({ isPreview, onChoose }: ViewTabsProps) {
  return (
    <>
      {[false, true].map((preview) => (
        <button
          key={`${preview}`}
          type="button"
          class={TAB}
          aria-pressed={isPreview === preview}
          onClick={() => onChoose(preview)}
        >
          {preview ? "Preview" : "Write"}
        </button>
      ))}
    </>
  );
}

type ToolProps = { tool: Tool; disabled: boolean; onClick(): void };

function ToolButton({ tool, disabled, onClick }: ToolProps) {
  const { label, Icon, key } = tool;
  return (
    <button
      type="button"
      aria-label={label}
      title={key ? `${label} (Ctrl+${key.toUpperCase()})` : label}
      disabled={disabled}
      onClick={onClick}
      class="grid size-8 place-items-center rounded-lg text-muted transition hover:bg-hover hover:text-ink disabled:opacity-40"
    >
      <Icon size={16} />
    </button>
  );
}

/** Inserts a mark at the caret or around the selection, as a step that the browser can undo. */
function mark(
  field: HTMLTextAreaElement,
  { around: [before, after], isOfLines }: Tool,
): void {
  const { value, selectionStart, selectionEnd: to } = field;
  const from = isOfLines
    ? value.slice(0, selectionStart).lastIndexOf("\n") + 1
    : selectionStart;
  const chosen = value.slice(from, to);
  const marked = isOfLines
    ? chosen.replace(/^/gm, before)
    : before + chosen + after;
  field.focus();
  field.setSelectionRange(from, to);
  if (!document.execCommand("insertText", false, marked)) {
    field.setRangeText(marked, from, to, "end");
  }
  if (chosen || isOfLines) return;
  const caret = from + before.length;
  field.setSelectionRange(caret, caret);
}

/** The text as visitors will see it. */
function Preview({ text }: { text: string }) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    body.current?.replaceChildren(renderMarkdown(text, document));
  }, [text]);
  return (
    <div
      ref={body}
      dir="auto"
      role="region"
      aria-label="Preview"
      tabIndex={0}
      class="prose-chat min-h-40 px-3 py-2 text-sm wrap-anywhere"
    />
  );
}
