import type { Context } from "../context.ts";
import {
  type PublicTwinView,
  retentionOf,
  type SharePageView,
  type Twin,
  type TwinView,
} from "../schemas/twin.ts";

/** The view of a twin on its own page. */
export function viewSharePage(app: Context, twin: Twin): SharePageView {
  return {
    ...viewPublicTwin(app, twin),
    page_theme: twin.page_theme ?? "soft",
    links: twin.links ?? [],
  };
}

/** The public view of a twin. */
export function viewPublicTwin(app: Context, twin: Twin): PublicTwinView {
  return {
    id: twin.id,
    name: twin.name,
    bio: twin.bio,
    avatar_url: twin.avatar_version === null
      ? null
      : `${app.config.base_url}/avatars/${twin.id}/${twin.avatar_version}`,
    greeting: twin.greeting,
    suggested_questions: twin.suggested_questions,
    accent_color: twin.accent_color,
    disclosure: twin.disclosure,
    privacy_url: twin.privacy_url,
  };
}

export function viewTwin(app: Context, twin: Twin): TwinView {
  return {
    ...viewSharePage(app, twin),
    handle: twin.handle ?? null,
    is_searchable: twin.is_searchable ?? true,
    paused: twin.paused,
    retention_days: retentionOf(twin),
    tone: twin.tone ?? null,
    instructions: twin.instructions ?? "",
    embeds_private: twin.embeds_private ?? false,
    created_at: twin.created_at,
    updated_at: twin.updated_at,
  };
}
