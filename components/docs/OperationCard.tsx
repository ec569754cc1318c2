import type { DocsField, DocsOperation } from "../../lib/views/docs.ts";
import { Badge } from "../ui/Badge.tsx";
import { CodeBlock } from "../ui/CodeBlock.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";

const LOOKS: Record<string, "good" | "accent" | "warn" | "bad"> = {
  GET: "good",
  POST: "accent",
  PUT: "warn",
  PATCH: "warn",
  DELETE: "bad",
};

/** One API operation: what it does, its parameters and responses, and how to call it. */
export function OperationCard({ operation }: { operation: DocsOperation }) {
  const { id, method, path, summary, who, status } = operation;
  const { parameters, body, body_type, answer, examples } = operation;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-name`}
      class="min-w-0 scroll-mt-6 rounded-xl border border-line bg-raised p-5 shadow-sm"
    >
      <h2
        id={`${id}-name`}
        class="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium"
      >
        <Badge look={LOOKS[method]}>{method}</Badge>
        <code dir="ltr" class="min-w-0 font-mono text-sm wrap-anywhere">
          {path}
        </code>
      </h2>
      <p class="mt-2">{summary}.</p>
      <p class="mt-1 text-sm text-muted">{who}.</p>
      <div class="mt-4 space-y-3">
        {parameters.length > 0 && (
          <Disclosure title="Parameters" of={summary}>
            <Fields fields={parameters} label={`Parameters of ${path}`} />
          </Disclosure>
        )}
        {body.length > 0 && (
          <Disclosure title="Body" of={summary} open>
            <Fields fields={body} label={`Body of ${path}`} />
          </Disclosure>
        )}
        {body_type && (
          <p class="text-sm">
            The body is <code class="font-mono">{body_type}</code>.
          </p>
        )}
        <Disclosure title={`Answer: ${status}`} of={summary}>
          {answer.length > 0
            ? <Fields fields={answer} label={`Answer of ${path}`} isAnswer />
            : (
              <p class="text-sm text-muted">
                {status === 204 ? "Nothing is sent back." : "Free in form."}
              </p>
            )}
        </Disclosure>
        {examples.map(({ name, code }) => (
          <Disclosure key={name} title={name} of={summary}>
            <CodeBlock code={code} label={`${summary}, ${name}`} />
          </Disclosure>
        ))}
      </div>
    </article>
  );
}

type FieldsProps = {
  fields: DocsField[];
  label: string;
  /** In a response it does not matter which fields are required. */
  isAnswer?: boolean;
};

function Fields({ fields, label, isAnswer }: FieldsProps) {
  return (
    <ul aria-label={label} class="divide-y divide-line text-sm">
      {fields.map(({ name, type, is_required, about }) => (
        <li
          key={name}
          class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5"
        >
          <code dir="ltr" class="font-mono text-xs font-semibold wrap-anywhere">
            {name}
          </code>
          <span class="min-w-0 text-muted wrap-anywhere">{type}</span>
          {is_required && !isAnswer && (
            <span class="text-xs font-medium">required</span>
          )}
          {about && <span class="min-w-0 basis-full text-muted">{about}</span>}
        </li>
      ))}
    </ul>
  );
}
