type Props = {
  questions: string[];
  /** The group's label for screen readers. */
  label: string;
  /** Cards before the first question, chips after an answer. */
  look: "cards" | "chips";
  onPick: (question: string) => void;
};

const LOOKS = {
  cards: "starter rounded-xl px-4 py-3 shadow-xs",
  chips: "rounded-full px-4 py-1.5",
};

/** Questions to ask with one press. Sends the composer's plain form until scripts run. */
export function Questions({ questions, label, look, onPick }: Props) {
  if (questions.length === 0) return null;
  return (
    <ul
      aria-label={label}
      class={`flex flex-wrap gap-2 ${look === "cards" ? "starters" : ""}`}
    >
      {questions.map((question) => (
        <li key={question} class="min-w-0">
          <button
            type="submit"
            form="ask"
            formNoValidate
            name="suggested"
            value={question}
            dir="auto"
            class={`min-h-9 w-full border border-line bg-raised text-start text-sm wrap-anywhere transition hover:border-accent hover:bg-accent-soft ${
              LOOKS[look]
            }`}
            onClick={(event) => {
              event.preventDefault();
              onPick(question);
            }}
          >
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
