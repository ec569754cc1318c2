import type { FormState } from "../../lib/views/form.ts";
import { Field } from "../ui/Field.tsx";
import { Select } from "../ui/Select.tsx";
import { VisibilityChoice } from "./ContentForm.tsx";
import { FreshFields } from "./FreshFields.tsx";

/** A question with its answer. */
export function PairFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Field
        label="Question"
        name="question"
        required
        maxLength={200}
        dir="auto"
        hint="The way people ask it."
        error={form}
      />
      <Field
        label="Answer"
        name="answer"
        multiline={5}
        required
        dir="auto"
        hint="Your twin says it word for word to this question, and draws from it for others."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "public"} />
    </>
  );
}

/** The accepted formats of pasted pairs. */
const PASTED = "Q: When do you open?\nA: At nine, from Tuesday to Sunday.";

/** Pairs or a table copied from elsewhere. */
export function PasteFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Field
        label="Questions and answers, a table, or a transcript"
        name="pasted"
        multiline={10}
        required
        dir="auto"
        placeholder={PASTED}
        hint="As copied from a spreadsheet, or each question after “Q:” and its answer after “A:”, or a video’s transcript with its times. You see the result before it is saved."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "private"} />
    </>
  );
}

/** A site or a feed, read in the background. */
export function SourceFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Select
        label="What to read"
        name="kind"
        scope="source-"
        options={[
          ["site", "A whole site"],
          ["feed", "A blog’s feed, or a podcast with its transcripts"],
          ["page", "One page, read again when it changes"],
        ]}
        value={form?.values.kind}
      />
      <Field
        label="Address"
        name="url"
        scope="source-"
        type="url"
        required
        placeholder="https://example.com"
        hint="Of a site any page: it is read page by page, as far as its robots.txt allows, while you get on with something else."
        error={form}
      />
      <FreshFields
        every={form?.values.every}
        publish={form?.values.publish === "on"}
        scope="source-"
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "private"} />
    </>
  );
}

/** One page, read at once. */
export function PageFields({ form }: { form: FormState | null }) {
  return (
    <>
      <Field
        label="Address of the page"
        name="url"
        type="url"
        required
        placeholder="https://example.com/about"
        hint="The main text of the page is read once, without menus and ads. You see what was read before it is saved. If it should be read again, add it under “Site or feed”."
        error={form}
      />
      <VisibilityChoice chosen={form?.values.visibility ?? "private"} />
    </>
  );
}
