import type { MailWords } from "./english.ts";

export const ja: MailWords = {
  invited: "{inviter} さんから {team} への招待",
  hello: "こんにちは。",
  invites:
    "{inviter} さんが Twincast のチーム {team} にあなたを招待しています（役割：{role}）。",
  role_owner: "オーナー",
  role_editor: "編集者",
  role_viewer: "閲覧者",
  invitation_ends: "下のリンクは 7 日以内に 1 回だけ使えます。",
  join: "チームに参加",
  why_invited:
    "{inviter} さんがあなたのアドレスを入力したため、このメールが届きました。心当たりがなければ、何もする必要はありません。",
  reset: "新しいパスワードの設定",
  hello_name: "{name} 様",
  reset_asked:
    "どなたか（おそらくご本人）が、あなたの Twincast アカウントの新しいパスワードを申請しました。下のリンクは 1 時間以内に 1 回だけ使えます。",
  why_reset:
    "心当たりがなければ、何もする必要はありません。パスワードは変わらず、このリンクを持っているのはあなただけです。",
  answers: "{name} からの回答",
  you_asked: "ご質問：「{question}」",
  why_answer:
    "回答を受け取るために {name} にアドレスを残されたため、このメールを 1 通だけお送りしています。アドレスを他に渡すことはなく、今後メールが届くこともありません。",
  news: "{name}：{counts}",
  unanswered_one: "未回答の質問 {count} 件",
  unanswered_more: "未回答の質問 {count} 件",
  weak_one: "不確かな回答 {count} 件",
  weak_more: "不確かな回答 {count} 件",
  leads_one: "返信待ち {count} 件",
  leads_more: "返信待ち {count} 件",
  unanswered: "{name} が答えられなかった質問：",
  weak: "{name} の回答が不確かだった質問：",
  leads: "{name} にメールアドレスを残し、返信を待っている方：",
  more: "… ほか {count} 件",
  answer_them: "回答する",
  why_news: "{team} のメンバーであるため、このメールが届きました。",
  choose: "通知の内容を選ぶ",
  unsubscribe: "これらのメールをすべて停止する",
  webhook_off: "Webhook が停止されました：{host}",
  webhook_silent: "Twincast は {host} を呼び出さなくなりました。",
  webhook_gone:
    "410 Gone が返されました。これ以上の呼び出しを望まないという意味です。",
  webhook_failing: "3 日間、すべての呼び出しが失敗しました。",
  webhook_meanwhile:
    "この間の出来事は後から送信されません。アドレスを直してから、Webhook を再びオンにしてください。",
  open_webhooks: "Webhook を開く",
  channel_fails: "チャンネルに障害：{channel}（{platform}）",
  channel_silent:
    "{twin} は {channel}（{platform}）で回答できません。報告された理由：{why}",
  channel_meanwhile:
    "効果が見込める場合、メッセージは数時間再送を試みます。復旧したかどうか、チャンネルを確認してください。",
  open_channels: "チャンネルを開く",
  why_owner: "このチームのオーナーであるため、このメールが届きました。",
};
