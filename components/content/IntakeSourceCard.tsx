import type { IntakeItem, IntakeSource } from "../../lib/schemas/intake.ts";
import type { FormState } from "../../lib/views/form.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Select } from "../ui/Select.tsx";
import { IntakeItemRow } from "./IntakeItemRow.tsx";
import { LeftOut } from "./LeftOut.tsx";

type Props = {
  source: IntakeSource;
  /** Its items on this page. */
  items: IntakeItem[];
  twin_id: string;
  form: FormState | null;
};

/** One file, page or text of an import: what becomes an item, what is skipped, and how a table is read. */
export function IntakeSourceCard({ source, items, twin_id, form }: Props) {
  const { name, problem, left_out, table } = source;
  return (
    <Card>
      <div class="space-y-4">
        <h2 dir="auto" class="text-base font-semibold wrap-anywhere">{name}</h2>
        {problem && <Notice look="bad">{problem}</Notice>}
        <LeftOut left_out={left_out} of={name} />
        {table && <TableChoice source={source} form={form} />}
        {items.length > 0 && (
          <ul class="divide-y divide-line">
            {items.map((item) => (
              <IntakeItemRow
                key={`${item.source_id}-${item.n}`}
                item={item}
                twin_id={twin_id}
                form={form}
              />
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

/** How a table is read: by which columns, or row by row. */
function TableChoice(
  { source, form }: { source: IntakeSource; form: FormState | null },
) {
  const { id, name, table, problem } = source;
  if (!table) return null;
  const { columns, read_as } = table;
  const pairs = read_as === "rows" ? null : read_as;
  const issue = form?.issues.find(({ path }) => path === `answer:${id}`);
  const options = columns.map((column) => [column, column] as const);
  return (
    <Disclosure
      title={pairs
        ? `Questions from “${pairs.question}”, answers from “${pairs.answer}”: change`
        : "Read row by row: change"}
      open={problem !== undefined || issue !== undefined}
      of={name}
    >
      <div class="grid gap-4 sm:grid-cols-3">
        <Select
          label="Read it as"
          name={`read_as:${id}`}
          value={form?.values[`read_as:${id}`] ??
            (pairs || problem ? "pairs" : "rows")}
          options={[
            ["pairs", "Questions and answers"],
            ["rows", "A text, row by row"],
          ]}
        />
        <Select
          label="Questions are in"
          name={`question:${id}`}
          value={form?.values[`question:${id}`] ?? pairs?.question}
          options={options}
        />
        <Select
          label="Answers are in"
          name={`answer:${id}`}
          value={form?.values[`answer:${id}`] ?? pairs?.answer ?? columns[1]}
          options={options}
        />
      </div>
      {issue && <p class="mt-2 text-xs font-medium text-bad">{issue.message}
      </p>}
      <Button name="action" value="columns" look="plain" size="sm" class="mt-4">
        Read it this way
      </Button>
    </Disclosure>
  );
}
