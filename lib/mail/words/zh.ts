import type { MailWords } from "./english.ts";

export const zh: MailWords = {
  invited: "{inviter} 邀请你加入 {team}",
  hello: "你好，",
  invites: "{inviter} 邀请你加入 Twincast 上的团队 {team}（角色：{role}）。",
  role_owner: "所有者",
  role_editor: "编辑",
  role_viewer: "查看者",
  invitation_ends: "下面的链接在七天内可使用一次。",
  join: "加入团队",
  why_invited:
    "你收到此邮件是因为 {inviter} 填写了你的地址。如果你不认识对方，无需理会。",
  reset: "设置新密码",
  hello_name: "{name}，你好：",
  reset_asked:
    "有人（希望是你本人）为你的 Twincast 账户申请了新密码。下面的链接在一小时内可使用一次。",
  why_reset: "如果不是你本人，无需理会：密码保持不变，这个链接也只有你有。",
  answers: "{name} 回答了你的问题",
  you_asked: "你问过：“{question}”",
  why_answer:
    "你收到这唯一的一封邮件，是因为你为了得到回答而把地址留给了 {name}。地址不会转交他人，也不会再有邮件。",
  news: "{name}：{counts}",
  unanswered_one: "{count} 个问题没有答案",
  unanswered_more: "{count} 个问题没有答案",
  weak_one: "{count} 个不确定的回答",
  weak_more: "{count} 个不确定的回答",
  leads_one: "{count} 人等待回复",
  leads_more: "{count} 人等待回复",
  unanswered: "{name} 没有答案的问题：",
  weak: "{name} 不确定的问题：",
  leads: "以下访客把邮箱留给了 {name}，正在等待回复：",
  more: "……还有 {count} 个",
  answer_them: "去回答",
  why_news: "你收到此邮件，因为你是 {team} 的成员。",
  choose: "选择接收哪些通知",
  unsubscribe: "退订所有此类邮件",
  webhook_off: "一个 Webhook 已关闭：{host}",
  webhook_silent: "Twincast 不再调用 {host}。",
  webhook_gone: "它返回了 410 Gone，表示不再接受调用。",
  webhook_failing: "三天来对它的每次调用都失败了。",
  webhook_meanwhile:
    "期间发生的事件之后不会补发。请修正地址，然后重新开启该 Webhook。",
  open_webhooks: "打开 Webhooks",
  channel_fails: "一个渠道出现故障：{channel}（{platform}）",
  channel_silent:
    "{twin} 无法在 {channel}（{platform}）上回答。收到的原因：{why}",
  channel_meanwhile:
    "在可能有用的情况下，消息会在几小时内重试。请检查该渠道是否已恢复。",
  open_channels: "打开渠道",
  why_owner: "你收到此邮件，因为你是该团队的所有者。",
};
