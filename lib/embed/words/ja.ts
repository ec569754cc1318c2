import type { PageWords } from "./english.ts";

export const ja: PageWords = {
  message: "メッセージ",
  ask: "何でも聞いてください",
  conversation: "会話",
  answer: "回答",
  starters: "最初の質問",
  next: "こんな質問もできます",
  links: "リンク",
  comment: "ひとこと（任意）",
  helped: "何が役に立ちましたか？（任意）",
  missing: "何が違っていましたか、足りませんでしたか？（任意）",
  by_hand: "選択して手動でコピーしてください",
  lead_send: "残す",
  lead_failed:
    "うまくいきませんでした。アドレスを確認してもう一度お試しください。",
  stored: "保存されている私の情報",
  stored_title: "保存されているあなたの情報",
  stored_nothing: "何もありません。まだ何も書かれていません。",
  stored_messages: "この会話のメッセージとその時刻。メッセージ数：{count}。",
  stored_no: "名前、住所、Cookie は保存されません。",
  stored_no_but:
    "名前、住所、Cookie は保存されません。メールアドレスは残した場合だけです。",
  stored_unread:
    "会話を読む人はいません。次の質問のためだけに保持され、終了後まもなく削除されます。今すぐ削除することもできます。",
  stored_read:
    "このツインの作成者は会話を読むことができます。保存期間：{days}。削除すると、作成者側からもすぐに消えます。",
  delete_now: "今すぐ削除",
  deleted: "削除しました。もう何も保存されていません。",
  gone_title: "ここには何もありません",
  gone:
    "このリンクは使えないか、共有が終了しています。リンクをくれた人に新しいものを頼んでください。",
  start_page: "トップページへ",
  notify_title: "{name} からの回答",
  notify_why:
    "この質問にはまだ回答がありませんでした。メールアドレスを残していただければ、{name} からご連絡できます。",
  notify_done:
    "ありがとうございます。メールアドレスは質問と一緒に {name} に表示されます。このページは閉じてかまいません。",
};
