import type { PageWords } from "./english.ts";

export const ko: PageWords = {
  message: "메시지",
  ask: "무엇이든 물어보세요",
  conversation: "대화",
  answer: "답변",
  starters: "먼저 해 볼 만한 질문",
  next: "이런 것도 물어볼 수 있어요",
  links: "링크",
  comment: "한마디 (선택)",
  helped: "무엇이 도움이 되었나요? (선택)",
  missing: "무엇이 틀렸거나 빠졌나요? (선택)",
  by_hand: "선택해서 직접 복사하세요",
  lead_send: "남기기",
  lead_failed: "문제가 발생했습니다. 주소를 확인하고 다시 시도하세요.",
  stored: "나에 대해 저장된 정보",
  stored_title: "나에 대해 저장된 정보",
  stored_nothing: "없습니다. 아직 작성한 내용이 없습니다.",
  stored_messages: "이 대화의 메시지와 시각. 메시지 수: {count}.",
  stored_no: "이름, 주소, 쿠키는 저장하지 않습니다.",
  stored_no_but:
    "이름, 주소, 쿠키는 저장하지 않습니다. 이메일은 남기신 경우에만 저장합니다.",
  stored_unread:
    "아무도 대화를 읽지 않습니다. 다음 질문을 위해서만 보관되며 대화가 끝나면 곧 삭제됩니다. 지금 삭제할 수도 있습니다.",
  stored_read:
    "이 트윈을 만든 사람은 대화를 읽을 수 있습니다. 보관 기간: {days}. 삭제하면 그 사람에게서도 바로 사라집니다.",
  delete_now: "지금 삭제",
  deleted: "삭제되었습니다. 더 이상 저장된 것이 없습니다.",
  gone_title: "여기에는 아무것도 없습니다",
  gone:
    "이 링크는 작동하지 않거나 더 이상 공유되지 않습니다. 링크를 준 사람에게 새 링크를 요청하세요.",
  start_page: "시작 페이지로 가기",
  notify_title: "{name} 님의 답변 받기",
  notify_why:
    "아직 이 질문에 대한 답변이 없었습니다. 이메일을 남기시면 {name} 님이 연락드릴 수 있습니다.",
  notify_done:
    "감사합니다. {name} 님이 질문과 함께 이메일을 보게 됩니다. 이 페이지를 닫아도 됩니다.",
};
