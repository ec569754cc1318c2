import type { z } from "zod";

/** What a field accepts, by its type in the schema. */
const EXPECTED: Record<string, string> = {
  ...{ string: "text", number: "a number", int: "a whole number" },
  ...{ boolean: "true or false", array: "a list", object: "an object" },
};

/** How to fix an issue, if its schema has no message of its own. Undefined if the schema's message is as good. */
export function issueWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "Send this field: it is required"
        : `Send ${EXPECTED[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `Send ${issue.values.length === 1 ? "" : "one of "}${
        issue.values.map(String).join(", ")
      }`;
    case "too_big":
      return `Send ${issue.inclusive === false ? "less than" : "at most"} ${
        counted(issue.maximum, issue.origin)
      }`;
    case "too_small":
      return `Send ${issue.inclusive === false ? "more than" : "at least"} ${
        counted(issue.minimum, issue.origin)
      }`;
    default:
      return undefined;
  }
}

function counted(count: number | bigint, origin: string): string {
  const things: Record<string, string> = { string: "character", array: "item" };
  const thing = things[origin];
  return thing ? `${count} ${thing}${count === 1 ? "" : "s"}` : String(count);
}
