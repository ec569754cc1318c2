import type { ContentView } from "../../lib/schemas/content.ts";
import { Badge } from "../ui/Badge.tsx";
import { Card } from "../ui/Card.tsx";

/** A read-only item. */
export function ItemText({ item }: { item: ContentView }) {
  const is_public = item.visibility === "public";
  return (
    <Card>
      <Badge look={is_public ? "good" : "plain"}>
        {is_public ? "Public" : "Private"}
      </Badge>
      <p dir="auto" class="mt-4 break-words whitespace-pre-wrap">
        {item.body}
      </p>
    </Card>
  );
}
