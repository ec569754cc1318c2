import type { PageWords } from "./english.ts";

export const pt: PageWords = {
  message: "Sua mensagem",
  ask: "Pergunte o que quiser",
  conversation: "Conversa",
  answer: "Resposta",
  starters: "Perguntas para começar",
  next: "Você também pode perguntar",
  links: "Links",
  comment: "Um comentário (opcional)",
  helped: "O que ajudou? (opcional)",
  missing: "O que estava errado ou faltou? (opcional)",
  by_hand: "Selecione e copie manualmente",
  lead_send: "Deixar e-mail",
  lead_failed: "Não funcionou. Confira o endereço e tente de novo.",
  stored: "O que fica guardado sobre mim",
  stored_title: "O que fica guardado sobre você",
  stored_nothing: "Nada: você ainda não escreveu.",
  stored_messages:
    "As mensagens desta conversa com seus horários. Mensagens: {count}.",
  stored_no: "Sem nome, sem endereço, sem cookies.",
  stored_no_but:
    "Sem nome, sem endereço, sem cookies; um e-mail só se você deixar.",
  stored_unread:
    "Ninguém lê a conversa: ela serve só para suas próximas perguntas e é apagada pouco depois que você para. Ou apague agora.",
  stored_read:
    "Quem criou este gêmeo pode ler a conversa. Ela fica guardada por: {days}. Se você apagar, ela some para essa pessoa também, na hora.",
  delete_now: "Apagar agora",
  deleted: "Apagado. Nada disso está mais guardado.",
  gone_title: "Não há nada aqui",
  gone:
    "Este link não funciona ou não é mais compartilhado. Peça um novo a quem o passou para você.",
  start_page: "Ir para a página inicial",
  notify_title: "Resposta de {name}",
  notify_why:
    "Ainda não havia resposta para isto. Deixe seu e-mail, e {name} poderá escrever para você.",
  notify_done:
    "Obrigado. {name} vê seu e-mail ao lado da sua pergunta. Você pode fechar esta página.",
};
