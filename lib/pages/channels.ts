import { z } from "zod";
import {
  createChannel,
  deleteChannel,
  testChannel,
  updateChannel,
} from "../channels/channels.ts";
import { listOpenCodes, sendTestMessage } from "../channels/test_message.ts";
import { listChannelViews } from "../channels/views.ts";
import {
  type ChannelView,
  createChannelInput,
  PLATFORM_NAMES,
} from "../schemas/channel.ts";
import type { MemberCall } from "./access.ts";
import { redirectWithFlash } from "./flash.ts";
import { type Action, action } from "./form.ts";

/** A twin's channels on platforms. Only owners see them, since their settings give access. */
export async function loadChannels(
  { app, actor }: MemberCall,
  twin_id: string,
): Promise<ChannelRow[]> {
  if (actor.role !== "owner") return [];
  const query = { twin_id, limit: 100 };
  const { items } = await listChannelViews(app, actor, query);
  const codes = await listOpenCodes(app, items.map(({ id }) => id));
  return items.map((channel) => ({
    channel,
    test_code: codes.get(channel.id) ?? null,
  }));
}

/** A channel with the code that its owner has to post there, if a test is pending. */
type ChannelRow = { channel: ChannelView; test_code: string | null };

const ofChannel = z.object({ channel_id: z.string().default("") });

/** Every form of the Channels page, by its `action`. */
export function channelActions(twin_id: string): Record<string, Action> {
  return {
    create: action({
      schema: createChannelInput,
      fields: (typed) => ({ ...typed, twin_id }),
      async run(page, input) {
        const made = await createChannel(page.app, page.owner, input);
        return redirectWithFlash(
          page,
          `${PLATFORM_NAMES[made.kind]} is connected as ${made.bot_name}.`,
          { to: `${page.url.pathname}${page.url.search}#${made.id}` },
        );
      },
    }),
    test: action({
      schema: ofChannel,
      async run(page, { channel_id }) {
        const { bot_name } = await testChannel(
          page.app,
          page.owner,
          channel_id,
        );
        return redirectWithFlash(
          page,
          `It works. On the platform it is called ${bot_name}.`,
        );
      },
    }),
    test_message: action({
      schema: ofChannel,
      async run(page, { channel_id }) {
        const { app, owner, url } = page;
        return redirectWithFlash(
          page,
          await sendTestMessage(app, owner, channel_id)
            ? "A test message is in your chat."
            : "One more step: send the code from your own chat.",
          { to: `${url.pathname}${url.search}#${channel_id}` },
        );
      },
    }),
    pause: pausing(true),
    resume: pausing(false),
    remove: action({
      schema: ofChannel,
      async run(page, { channel_id }) {
        await deleteChannel(page.app, page.owner, channel_id);
        return redirectWithFlash(
          page,
          "Removed. Your twin no longer answers there.",
        );
      },
    }),
  };
}

function pausing(paused: boolean): Action {
  return action({
    schema: ofChannel,
    async run(page, { channel_id }) {
      await updateChannel(page.app, page.owner, channel_id, { paused });
      return redirectWithFlash(
        page,
        paused
          ? "Paused. Messages that arrive meanwhile are not answered later."
          : "It answers again.",
      );
    },
  });
}
