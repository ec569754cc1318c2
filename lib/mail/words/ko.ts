import type { MailWords } from "./english.ts";

export const ko: MailWords = {
  invited: "{inviter} 님이 {team} 팀에 초대합니다",
  hello: "안녕하세요.",
  invites: "{inviter} 님이 Twincast의 {team} 팀에 초대합니다(역할: {role}).",
  role_owner: "소유자",
  role_editor: "편집자",
  role_viewer: "열람자",
  invitation_ends: "아래 링크는 7일 안에 한 번 사용할 수 있습니다.",
  join: "팀에 참여",
  why_invited:
    "{inviter} 님이 이 주소를 입력하여 보내는 메일입니다. 모르는 분이라면 아무것도 하지 않으셔도 됩니다.",
  reset: "새 비밀번호 설정",
  hello_name: "{name} 님, 안녕하세요.",
  reset_asked:
    "누군가, 아마도 본인이, Twincast 계정의 새 비밀번호를 요청했습니다. 아래 링크는 한 시간 안에 한 번 사용할 수 있습니다.",
  why_reset:
    "본인이 아니라면 아무것도 하지 마세요. 비밀번호는 그대로이고, 이 링크는 본인만 가지고 있습니다.",
  answers: "{name}: 질문에 대한 답변",
  you_asked: "질문하신 내용: “{question}”",
  why_answer:
    "답변을 받으려고 {name}에게 주소를 남기셔서 보내는 단 한 통의 메일입니다. 주소는 전달되지 않으며, 더 이상 메일을 보내지 않습니다.",
  news: "{name}: {counts}",
  unanswered_one: "답하지 못한 질문 {count}개",
  unanswered_more: "답하지 못한 질문 {count}개",
  weak_one: "불확실한 답변 {count}개",
  weak_more: "불확실한 답변 {count}개",
  leads_one: "답변 대기 {count}명",
  leads_more: "답변 대기 {count}명",
  unanswered: "답하지 못한 질문({name}):",
  weak: "답변이 불확실했던 질문({name}):",
  leads: "이메일을 남기고 답변을 기다리는 분({name}):",
  more: "… 외 {count}건",
  answer_them: "답변하기",
  why_news: "{team} 팀의 구성원에게 보내는 메일입니다.",
  choose: "알림 내용 선택",
  unsubscribe: "이런 메일 모두 수신 거부",
  webhook_off: "웹훅이 꺼졌습니다: {host}",
  webhook_silent: "Twincast가 더 이상 {host}을(를) 호출하지 않습니다.",
  webhook_gone:
    "410 Gone으로 응답했습니다. 더 이상 호출을 원하지 않는다는 뜻입니다.",
  webhook_failing: "사흘 동안 모든 호출이 실패했습니다.",
  webhook_meanwhile:
    "그동안의 이벤트는 나중에 전송되지 않습니다. 주소를 고친 뒤 웹훅을 다시 켜 주세요.",
  open_webhooks: "웹훅 열기",
  channel_fails: "채널 장애: {channel} ({platform})",
  channel_silent:
    "{twin}이(가) {channel}({platform})에서 답변할 수 없습니다. 보고된 이유: {why}",
  channel_meanwhile:
    "도움이 될 수 있으면 몇 시간 동안 메시지를 다시 시도합니다. 다시 작동하는지 채널을 확인해 주세요.",
  open_channels: "채널 열기",
  why_owner: "이 팀의 소유자에게 보내는 메일입니다.",
};
