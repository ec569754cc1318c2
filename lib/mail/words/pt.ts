import type { MailWords } from "./english.ts";

export const pt: MailWords = {
  invited: "{inviter} convida você para {team}",
  hello: "Olá,",
  invites:
    "{inviter} convida você a entrar em {team} no Twincast (função: {role}).",
  role_owner: "proprietário",
  role_editor: "editor",
  role_viewer: "leitor",
  invitation_ends: "O link funciona uma única vez, durante sete dias.",
  join: "Entrar na equipe",
  why_invited:
    "Você recebe este e-mail porque {inviter} digitou o seu endereço. Se não conhece essa pessoa, não faça nada.",
  reset: "Definir uma nova senha",
  hello_name: "Olá, {name}!",
  reset_asked:
    "Alguém, esperamos que você, pediu uma nova senha para a sua conta do Twincast. O link funciona uma única vez, durante uma hora.",
  why_reset:
    "Se não foi você, não faça nada: a sua senha continua a mesma e só você tem este link.",
  answers: "{name} responde à sua pergunta",
  you_asked: "Você perguntou: “{question}”",
  why_answer:
    "Você recebe este único e-mail porque deixou o seu endereço com {name} para saber a resposta. Ele não é repassado e nada mais será enviado.",
  news: "{name}: {counts}",
  unanswered_one: "{count} pergunta sem resposta",
  unanswered_more: "{count} perguntas sem resposta",
  weak_one: "{count} resposta incerta",
  weak_more: "{count} respostas incertas",
  leads_one: "{count} pessoa espera resposta",
  leads_more: "{count} pessoas esperam resposta",
  unanswered: "{name} não soube responder a:",
  weak: "Respostas incertas de {name} a:",
  leads: "Deixaram o e-mail com {name} e esperam resposta:",
  more: "… e mais {count}",
  answer_them: "Responder",
  why_news: "Você recebe este e-mail como membro de {team}.",
  choose: "Escolher os avisos",
  unsubscribe: "Cancelar a inscrição em todos estes e-mails",
  webhook_off: "Um webhook foi desativado: {host}",
  webhook_silent: "O Twincast não chama mais {host}.",
  webhook_gone: "Ele respondeu 410 Gone, ou seja, não quer mais chamadas.",
  webhook_failing: "Todas as chamadas falharam durante três dias.",
  webhook_meanwhile:
    "Os eventos que ocorrerem enquanto isso não serão enviados depois. Corrija o endereço e ative o webhook de novo.",
  open_webhooks: "Abrir os webhooks",
  channel_fails: "Um canal está com falhas: {channel} ({platform})",
  channel_silent:
    "{twin} não consegue responder em {channel}, {platform}. Foi informado: {why}",
  channel_meanwhile:
    "Quando pode ajudar, as mensagens são tentadas de novo por algumas horas. Verifique o canal para ver se voltou a funcionar.",
  open_channels: "Abrir os canais",
  why_owner: "Você recebe este e-mail porque é proprietário desta equipe.",
};
