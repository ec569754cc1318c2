import type { MailWords } from "./english.ts";

export const es: MailWords = {
  invited: "{inviter} le invita a {team}",
  hello: "Hola:",
  invites: "{inviter} le invita a unirse a {team} en Twincast (rol: {role}).",
  role_owner: "propietario",
  role_editor: "editor",
  role_viewer: "lector",
  invitation_ends: "El enlace funciona una sola vez y durante siete días.",
  join: "Unirse al equipo",
  why_invited:
    "Recibe este correo porque {inviter} escribió su dirección. Si no conoce a esta persona, no haga nada.",
  reset: "Crear una contraseña nueva",
  hello_name: "Hola, {name}:",
  reset_asked:
    "Alguien, esperamos que usted, ha pedido una contraseña nueva para su cuenta de Twincast. El enlace funciona una sola vez y durante una hora.",
  why_reset:
    "Si no ha sido usted, no haga nada: su contraseña no cambia y nadie más tiene este enlace.",
  answers: "{name} responde a su pregunta",
  you_asked: "Usted preguntó: «{question}»",
  why_answer:
    "Recibe este único correo porque dejó su dirección a {name} para conocer la respuesta. No se comparte y no habrá más correos.",
  news: "{name}: {counts}",
  unanswered_one: "{count} pregunta sin respuesta",
  unanswered_more: "{count} preguntas sin respuesta",
  weak_one: "{count} respuesta poco segura",
  weak_more: "{count} respuestas poco seguras",
  leads_one: "{count} persona espera respuesta",
  leads_more: "{count} personas esperan respuesta",
  unanswered: "{name} no supo responder a:",
  weak: "Respuestas poco seguras de {name} a:",
  leads: "Han dejado su correo a {name} y esperan respuesta:",
  more: "… y {count} más",
  answer_them: "Responder",
  why_news: "Recibe este correo como miembro de {team}.",
  choose: "Elegir de qué se le avisa",
  unsubscribe: "Darse de baja de todos estos correos",
  webhook_off: "Se ha desactivado un webhook: {host}",
  webhook_silent: "Twincast ya no llama a {host}.",
  webhook_gone: "Respondió 410 Gone, es decir, que no quiere más llamadas.",
  webhook_failing: "Todas las llamadas han fallado durante tres días.",
  webhook_meanwhile:
    "Los eventos que ocurran mientras tanto no se enviarán después. Corrija la dirección y vuelva a activar el webhook.",
  open_webhooks: "Abrir los webhooks",
  channel_fails: "Un canal falla: {channel} ({platform})",
  channel_silent:
    "{twin} no puede responder en {channel}, {platform}. Se ha comunicado: {why}",
  channel_meanwhile:
    "Cuando puede servir, los mensajes se reintentan durante algunas horas. Compruebe el canal para ver si vuelve a funcionar.",
  open_channels: "Abrir los canales",
  why_owner: "Recibe este correo porque es propietario de este equipo.",
};
