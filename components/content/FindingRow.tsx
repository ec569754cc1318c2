import type { ComponentChildren } from "preact";
import type { Finding } from "../../lib/schemas/finding.ts";
import { ActionButton } from "../ui/ActionForm.tsx";
import { Badge } from "../ui/Badge.tsx";
import { buttonLook } from "../ui/Button.tsx";

type Props = {
  finding: Finding;
  twin_id: string;
  titles: ReadonlyMap<string, string>;
  can_edit: boolean;
};

const KINDS: Record<Finding["kind"], [name: string, look: "warn" | "plain"]> = {
  contradiction: ["Contradiction", "warn"],
  private_answer: ["Private answer", "warn"],
  unanswered: ["No answer", "warn"],
  rated_down: ["Rated down", "warn"],
  past_date: ["Date has passed", "plain"],
  unreachable: ["Not found", "plain"],
  near_duplicate: ["Nearly the same", "plain"],
  too_long: ["Too long", "plain"],
  never_quoted: ["Never quoted", "plain"],
};

/** A finding, the items it is about, and what to do. */
export function FindingRow({ finding, twin_id, titles, can_edit }: Props) {
  const { id, kind, content_ids, detail } = finding;
  const [name, look] = KINDS[kind];
  return (
    <li class="flex flex-wrap items-start gap-x-4 gap-y-3 py-4">
      <div class="min-w-0 flex-1 basis-72 space-y-1.5">
        <Badge look={look}>{name}</Badge>
        <p dir="auto" class="wrap-anywhere">{detail}</p>
        <p class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {content_ids.slice(0, MOST_LINKED).map((content_id) => (
            <a
              key={content_id}
              dir="auto"
              class="text-accent underline wrap-anywhere"
              href={itemPath(twin_id, content_id)}
            >
              {titles.get(content_id) ?? "An item"}
            </a>
          ))}
        </p>
      </div>
      {can_edit && (
        <div class="flex flex-wrap items-center gap-2">
          <WhatToDo finding={finding} twin_id={twin_id} titles={titles} />
          <ActionButton
            does="dismiss"
            fields={{ finding_id: id }}
            look="quiet"
            size="sm"
            aria-label={`Dismiss: ${detail}`}
          >
            Dismiss
          </ActionButton>
        </div>
      )}
    </li>
  );
}

/** The items of a finding. */
const MOST_LINKED = 3;

type Do = Pick<Props, "finding" | "twin_id" | "titles">;

function WhatToDo({ finding, twin_id, titles }: Do) {
  const { kind, content_ids, message_id = "", conversation_id = "" } = finding;
  const [first = "", second = ""] = content_ids;
  const of = (id: string) => titles.get(id) ?? "the item";
  switch (kind) {
    case "unanswered":
    case "rated_down": {
      const from = kind === "rated_down" ? "talk" : "unanswered";
      const path =
        `/dashboard/conversations/answer?twin=${twin_id}&message=${message_id}&talk=${conversation_id}&from=${from}`;
      return (
        <LinkTo to={path} of={finding.detail}>
          {kind === "rated_down" ? "Correct the answer" : "Answer"}
        </LinkTo>
      );
    }
    case "private_answer":
      return (
        <ActionOn
          does="visibility"
          fields={{ content_id: first, visibility: "public" }}
          of={of(first)}
        >
          Make it public
        </ActionOn>
      );
    case "near_duplicate":
      return (
        <ActionOn does="remove" fields={{ content_id: second }} of={of(second)}>
          Delete the second
        </ActionOn>
      );
    case "unreachable":
      return (
        <ActionOn
          does="read"
          fields={{ source_id: finding.source_id ?? "" }}
          of={finding.detail}
        >
          Read again
        </ActionOn>
      );
    default:
      return (
        <LinkTo to={itemPath(twin_id, first)} of={of(first)}>
          {kind === "never_quoted"
            ? "Look at it"
            : kind === "too_long"
            ? "Shorten it"
            : "Correct it"}
        </LinkTo>
      );
  }
}

function itemPath(twin_id: string, content_id: string): string {
  return `/dashboard/content/${content_id}?twin=${twin_id}`;
}

type Children = { of: string; children: ComponentChildren };

function LinkTo({ to, of, children }: Children & { to: string }) {
  return (
    <a
      class={buttonLook({ look: "plain", size: "sm" })}
      href={to}
      aria-label={`${children}: ${of}`}
    >
      {children}
    </a>
  );
}

function ActionOn({ does, fields, of, children }: Children & {
  does: string;
  fields: Record<string, string>;
}) {
  return (
    <ActionButton
      {...{ does, fields }}
      look="plain"
      size="sm"
      aria-label={`${children}: ${of}`}
    >
      {children}
    </ActionButton>
  );
}
