// Every dashboard form as data: its page's own table of actions, and a valid body for each.
import assert from "node:assert/strict";
import { ACCOUNT_ACTIONS } from "../lib/pages/account.ts";
import { answerActions } from "../lib/pages/answer.ts";
import { keyActions } from "../lib/pages/api_keys.ts";
import { findingActions } from "../lib/pages/findings.ts";
import { firstQuestionActions } from "../lib/pages/first_questions.ts";
import { sourceActions } from "../lib/pages/sources.ts";
import { embedActions } from "../lib/pages/embed.ts";
import { contentActions, itemActions } from "../lib/pages/content.ts";
import { intakeActions } from "../lib/pages/intake.ts";
import { blockActions, inboxActions } from "../lib/pages/conversations.ts";
import { channelActions } from "../lib/pages/channels.ts";
import { webhookActions } from "../lib/pages/webhooks.ts";
import { twinActions, TWINS_ACTIONS } from "../lib/pages/settings.ts";
import { shareActions } from "../lib/pages/share.ts";
import { TEAM_ACTIONS } from "../lib/pages/team.ts";
import type { Role } from "../lib/schemas/common.ts";
import { type Member, PASSWORD } from "./harness.ts";
import {
  botToken,
  dismiss,
  endJob,
  makeDraft,
  makeVersion,
  PNG,
  type World,
} from "./world.ts";

type Form = { path: string; body: FormData | URLSearchParams };

type Scene = { world: World; owner: Member; mate: { tenant_id: string } };

type Fields = Record<string, string | File>;

/** The valid fields of one action, and its preparations. */
type Sample = (scene: Scene) => Fields | Promise<Fields>;

type FormPage = {
  /** The route, below routes/dashboard. */
  file: string;
  for: Role;
  path: (world: World) => string;
  /** The page's own table; a form without actions has one sample, the empty one. */
  actions: Record<string, unknown>;
  samples: Record<string, Sample>;
};

const none = () => ({});
const of = (name: string): Sample => ({ world }) => ({
  [name]: world.params[name],
});
const ticked: Sample = ({ world }) => ({
  content_id_list: world.params.content_id,
});
const twinQuery = ({ params }: World) => `?twin=${params.twin_id}`;
const NO_ACTION = { "": true };

const sent = async (
  { owner, world }: Scene,
  method: string,
  path: string,
  body?: unknown,
  status = 200,
) => {
  const { twin_id } = world.params;
  await owner.json(method, `/twins/${twin_id}${path}`, body, status);
};

const NEW_PASSWORD = {
  current_password: PASSWORD,
  password: "a new password of one's own",
};

export const FORM_PAGES: FormPage[] = [
  {
    file: "account.tsx",
    for: "viewer",
    path: () => "/dashboard/account",
    actions: ACCOUNT_ACTIONS,
    samples: {
      password: () => NEW_PASSWORD,
      sign_out_others: none,
      notifications: () => ({
        unanswered: "daily",
        weak: "never",
        leads: "at_once",
      }),
      sign_out_everywhere: none,
      resume_mail: none,
      delete: () => ({ current_password: PASSWORD }),
    },
  },
  {
    file: "index.tsx",
    for: "viewer",
    path: (world) => `/dashboard${twinQuery(world)}`,
    actions: NO_ACTION,
    samples: { "": () => ({ message: "When is tea?" }) },
  },
  {
    file: "team/switch.ts",
    for: "viewer",
    path: () => "/dashboard/team/switch",
    actions: NO_ACTION,
    samples: { "": ({ mate }) => ({ tenant_id: mate.tenant_id }) },
  },
  {
    file: "team/index.tsx",
    for: "owner",
    path: () => "/dashboard/team",
    actions: TEAM_ACTIONS,
    samples: {
      invite: () => ({ email: "formal@example.com", role: "owner" }),
      resend: of("invitation_id"),
      withdraw: of("invitation_id"),
      rename_team: () => ({ name: "Formed" }),
      role: ({ world }) => ({ user_id: world.params.user_id, role: "owner" }),
      resume_mail: of("user_id"),
      remove: of("user_id"),
      reset: of("user_id"),
      async withdraw_reset({ owner, world: { params: { user_id } } }) {
        await owner.json(
          "POST",
          `/users/${user_id}/password-reset`,
          undefined,
          201,
        );
        return { user_id };
      },
    },
  },
  {
    file: "twins.tsx",
    for: "owner",
    path: () => "/dashboard/twins",
    actions: TWINS_ACTIONS,
    samples: {
      create: () => ({ name: "Formed" }),
      async restore({ owner }) {
        const { id } = await owner.json(
          "POST",
          "/twins",
          { name: "Gone" },
          201,
        );
        await owner.json("DELETE", `/twins/${id}`, undefined, 204);
        return { twin_id: id };
      },
    },
  },
  {
    file: "settings.tsx",
    for: "owner",
    path: (world) => `/dashboard/settings${twinQuery(world)}`,
    actions: twinActions({ id: "", name: "" }),
    samples: {
      update: () => ({
        name: "World",
        bio: "Formed",
        greeting: "Hello",
        accent_color: "#336699",
      }),
      privacy: () => ({ disclosure: "An AI", privacy_url: "" }),
      page: () => ({ page_theme: "bold", link_url_1: "example.com" }),
      handle: () => ({ handle: "formed", is_searchable: "on" }),
      retention: () => ({ retention_days: "7" }),
      connect_model: ({ world }) => ({
        provider: "other",
        base_url: world.page_url,
        model: "other",
        daily_tokens: "1000",
      }),
      set_voice: () => ({ tone: "warm", instructions: "Formed" }),
      set_meaning: () => ({ embeds_private: "on" }),
      sample: () => ({ question: "Hello" }),
      check_model: none,
      remove_model: none,
      avatar: () => ({ avatar: new File([PNG], "face.png") }),
      remove_avatar: none,
      export_person: () => ({ email: "gone@example.com" }),
      erase_person: () => ({
        email: "gone@example.com",
        confirm: "gone@example.com",
      }),
      delete: () => ({ confirm: "World" }),
    },
  },
  {
    file: "api-keys.tsx",
    for: "owner",
    path: (world) => `/dashboard/api-keys${twinQuery(world)}`,
    actions: keyActions(""),
    samples: {
      create: () => ({
        ...{ name: "Formed", type: "secret", scopes_list: "content:read" },
      }),
      update: ({ world }) => ({
        key_id: world.params.key_id,
        name: "Formed",
        scopes_list: "chat",
      }),
      rotate: ({ world }) => ({
        key_id: world.params.key_id,
        overlap_seconds: "60",
      }),
      revoke: ({ world }) => ({
        key_id: world.params.key_id,
        confirm: "World",
      }),
      allow: ({ world }) => ({
        key_id: world.params.key_id,
        origin: "https://formed.example",
      }),
      try: ({ world }) => ({
        key_id: world.params.key_id,
        test_origin: "https://formed.example",
        allowed_domains: "",
      }),
      enter: ({ world }) => ({
        key_id: world.params.key_id,
        name: "Formed",
        scopes_list: "chat content:write",
      }),
    },
  },
  {
    file: "channels.tsx",
    for: "owner",
    path: (world) => `/dashboard/channels${twinQuery(world)}`,
    actions: channelActions(""),
    samples: {
      create: () => ({
        ...{ kind: "telegram", name: "Formed", bot_token: botToken(1003) },
      }),
      test: of("channel_id"),
      test_message: of("channel_id"),
      pause: of("channel_id"),
      resume: of("channel_id"),
      remove: of("channel_id"),
    },
  },
  {
    file: "webhooks.tsx",
    for: "owner",
    path: (world) => `/dashboard/webhooks${twinQuery(world)}`,
    actions: webhookActions(""),
    samples: {
      create: ({ world }) => ({
        url: `${world.page_url}formed`,
        event_choices: "lead.created",
      }),
      update: ({ world }) => ({
        webhook_id: world.params.webhook_id,
        url: `${world.page_url}formed`,
        event_choices: "lead.created",
      }),
      on: of("webhook_id"),
      off: of("webhook_id"),
      rotate: of("webhook_id"),
      test: of("webhook_id"),
      resend: ({ world }) => ({
        webhook_id: world.params.webhook_id,
        delivery_id: world.params.delivery_id,
      }),
      delete: of("webhook_id"),
    },
  },
  {
    file: "embed/index.tsx",
    for: "owner",
    path: (world) => `/dashboard/embed${twinQuery(world)}`,
    actions: embedActions({ id: "", accent_color: "" }),
    samples: {
      create: () => ({
        name: "Formed",
        type: "publishable",
        allowed_domains: "formed.example",
      }),
      save: ({ world }) => ({
        key_id: world.params.key_id,
        launcher_label: "Ask me",
      }),
      code_again: ({ world }) => ({ key_id: world.params.key_id }),
      allow: ({ world }) => ({
        key_id: world.params.key_id,
        origin: "https://formed.example",
      }),
    },
  },
  {
    file: "share/index.tsx",
    for: "owner",
    path: (world) => `/dashboard/share${twinQuery(world)}`,
    actions: shareActions(""),
    samples: {
      async share(scene) {
        await sent(scene, "PATCH", "/sharing", { is_public: false });
        return { checked: "yes" };
      },
      check_for_leaks: none,
      unshare: none,
      regenerate: none,
      handle: () => ({ handle: "shared" }),
    },
  },
  {
    file: "content/index.tsx",
    for: "editor",
    path: (world) => `/dashboard/content${twinQuery(world)}`,
    actions: contentActions(""),
    samples: {
      create: () => ({ title: "Formed", body: "Words.", visibility: "public" }),
      create_pair: () => ({
        question: "Formed?",
        answer: "Yes.",
        visibility: "public",
      }),
      import_page: ({ world }) => ({
        url: world.page_url,
        visibility: "public",
      }),
      add_source: ({ world }) => ({
        url: world.page_url,
        kind: "page",
        visibility: "public",
      }),
      preview_source: ({ world }) => ({ url: world.page_url, kind: "page" }),
      import: () => ({ files: new File(["# Hi\n\nText."], "hi.md") }),
      paste: () => ({ pasted: "Q: Formed?\nA: Yes." }),
      preview: () => ({ title: "Formed", body: "Words." }),
      preview_pair: () => ({
        question: "Formed?",
        answer: "Yes.",
        visibility: "public",
      }),
      delete: of("content_id"),
      async restore(scene) {
        const { content_id } = scene.world.params;
        const path = `/content/${content_id}`;
        const { owner, world } = scene;
        // Deleted once, for all who try to restore it.
        await owner.send("DELETE", `/twins/${world.params.twin_id}${path}`)
          .then(({ body }) => body?.cancel());
        return { content_id };
      },
      visibility: ({ world }) => ({
        content_id: world.params.content_id,
        visibility: "public",
      }),
      all_public: ticked,
      all_private: ticked,
      delete_all: ticked,
      async restore_all(scene) {
        const { owner, world: { params } } = scene;
        await owner.send(
          "DELETE",
          `/twins/${params.twin_id}/content/${params.content_id}`,
        ).then(({ body }) => body?.cancel());
        return { content_id_list: params.content_id };
      },
      export: ticked,
    },
  },
  {
    file: "content/first-questions.tsx",
    for: "editor",
    path: (world) => `/dashboard/content/first-questions${twinQuery(world)}`,
    actions: firstQuestionActions(""),
    samples: {
      answer: () => ({ question: "How can I pay?", answer: "By card." }),
    },
  },
  {
    file: "content/health.tsx",
    for: "editor",
    path: (world) => `/dashboard/content/health${twinQuery(world)}`,
    actions: findingActions(""),
    samples: {
      dismiss: of("finding_id"),
      async restore({ owner, world }) {
        await dismiss(owner, world);
        return { finding_id: world.params.finding_id };
      },
      visibility: ({ world }) => ({
        content_id: world.params.content_id,
        visibility: "public",
      }),
      remove: of("content_id"),
      async bring_back({ owner, world: { params } }) {
        const path = `/twins/${params.twin_id}/content/${params.content_id}`;
        await owner.send("DELETE", path).then(({ body }) => body?.cancel());
        return { content_id: params.content_id };
      },
      read: async (scene) => {
        await endJob(scene.owner, scene.world);
        return { source_id: scene.world.params.source_id };
      },
    },
  },
  {
    file: "content/sources.tsx",
    for: "editor",
    path: (world) => `/dashboard/content/sources${twinQuery(world)}`,
    actions: sourceActions(""),
    samples: {
      read: async (scene) => {
        await endJob(scene.owner, scene.world);
        return { source_id: scene.world.params.source_id };
      },
      change: ({ world }) => ({
        source_id: world.params.source_id,
        every: "week",
      }),
      remove: of("source_id"),
      cancel_job: of("job_id"),
      async retry_job(scene) {
        await endJob(scene.owner, scene.world);
        return { job_id: scene.world.params.job_id };
      },
    },
  },
  {
    file: "content/imports/[import_id].tsx",
    for: "editor",
    path: (world) =>
      `/dashboard/content/imports/${world.params.import_id}${twinQuery(world)}`,
    actions: intakeActions("", ""),
    samples: {
      previous: none,
      next: none,
      all_public: none,
      all_private: none,
      columns: none,
      save: none,
      discard: none,
    },
  },
  {
    file: "content/[content_id].tsx",
    for: "editor",
    path: (world) =>
      `/dashboard/content/${world.params.content_id}${twinQuery(world)}`,
    actions: itemActions("", ""),
    samples: {
      update: () => ({ title: "Formed", body: "Words.", visibility: "public" }),
      questions: () => ({ questions: "Formed?" }),
      save_draft: () => ({ title: "Drafted", body: "Other words." }),
      async publish({ owner, world }) {
        await makeDraft(owner, world);
        return {};
      },
      async discard_draft({ owner, world }) {
        await makeDraft(owner, world);
        return {};
      },
      async restore_version({ owner, world }) {
        await makeVersion(owner, world);
        return { n: "1" };
      },
      delete: none,
    },
  },
  {
    file: "conversations/index.tsx",
    for: "editor",
    path: (world) => `/dashboard/conversations${twinQuery(world)}`,
    actions: inboxActions(""),
    samples: {
      dismiss: of("message_id"),
      async restore({ owner, world: { params } }) {
        const { twin_id, message_id } = params;
        await owner.send("DELETE", `/twins/${twin_id}/unanswered/${message_id}`)
          .then(({ body }) => body?.cancel());
        return { message_id };
      },
      answered: of("lead_id"),
      async waiting(scene) {
        const { lead_id } = scene.world.params;
        await sent(scene, "PATCH", `/leads/${lead_id}`, { answered: true });
        return { lead_id };
      },
    },
  },
  {
    file: "conversations/[conversation_id].tsx",
    for: "editor",
    path: (world) =>
      `/dashboard/conversations/${world.params.conversation_id}${
        twinQuery(world)
      }`,
    actions: blockActions("", ""),
    samples: { block: none, unblock: none, erase: none },
  },
  {
    file: "conversations/answer.tsx",
    for: "editor",
    path: (world) =>
      `/dashboard/conversations/answer${
        twinQuery(world)
      }&lead=${world.params.lead_id}`,
    actions: answerActions(""),
    samples: { answer: () => ({ question: "Formed?", answer: "Yes." }) },
  },
];

/** A page's actions; each must have a sample. */
export function formsOf({ file, actions, samples }: FormPage): string[] {
  const names = Object.keys(actions);
  assert.deepEqual(Object.keys(samples).sort(), names.toSorted(), file);
  return names;
}

/** The form as sent for an action. */
export async function formFor(
  page: FormPage,
  action: string,
  scene: Scene,
): Promise<Form> {
  const fields = Object.entries(await page.samples[action](scene));
  const path = page.path(scene.world);
  if (action) fields.push(["action", action]);
  const has_file = fields.some(([, value]) => value instanceof File);
  const body = has_file ? new FormData() : new URLSearchParams();
  for (const [name, value] of fields) {
    if (value instanceof File) (body as FormData).append(name, value);
    else body.append(name, value);
  }
  return { path, body };
}
