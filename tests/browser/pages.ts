import { ask, type Member, type Server, shareTwin } from "../harness.ts";

const LONG = "Supercalifragilistic".repeat(5);

/** Everything a page may have to show: long, right-to-left and hostile texts, each state of keys and invitations. */
export async function fillTeam(server: Server, owner: Member) {
  const { chat, token } = await shareTwin(owner);
  const twin = `/twins/${owner.twin_id}`;
  await owner.json("PATCH", twin, {
    name: LONG,
    bio: "אני קדר ומורה. <script>alert(1)</script> $& $'",
    suggested_questions: ["When is tea?", "متى تشرب الشاي؟", LONG],
  });
  const item = await owner.json("POST", `${twin}/content`, {
    title: LONG,
    body: `# ${LONG}\n\n**Bold** and [a link](https://example.com/${LONG}).`,
    visibility: "public",
  }, 201);
  await owner.json("POST", `${twin}/content`, {
    title: "كيف أصنع الشاي",
    body: "أغلي الماء ثم أنتظر ثلاث دقائق.",
    visibility: "public",
  }, 201);
  const key = (settings: object) =>
    owner.json(
      "POST",
      "/api-keys",
      { twin_id: owner.twin_id, ...settings },
      201,
    );
  const live = await key({
    name: LONG,
    allowed_domains: ["*", "example.com", `${"a".repeat(60)}.example.com`],
  });
  const revoked = await key({ name: "Revoked" });
  await owner.json("DELETE", `/api-keys/${revoked.id}`, undefined, 204);
  await key({ name: "A server's", type: "secret" });
  await server.fetch(`/chat-widget/${owner.twin_id}`, {
    headers: { origin: "https://refused.example", "x-api-key": live.key },
  }).then((response) => response.body?.cancel());
  for (const email of ["guest@example.com", `${"g".repeat(60)}@example.com`]) {
    await owner.json("POST", "/users/invite", { email, role: "viewer" }, 201);
  }
  const first = await ask(server, chat, { message: "When do you drink tea?" });
  const second = await ask(server, chat, { message: `${LONG}? <b>x</b>` });
  await ask(server, `/public/leads/${owner.twin_id}/${token}`, {
    session_id: second.body.session_id,
    email: "fan@example.com",
  });
  await ask(server, chat, {
    message: "مرحبا",
    session_id: first.body.session_id,
  });
  await owner.json("POST", "/twins", { name: "Second twin" }, 201);
  const talks = await owner.json("GET", `${twin}/conversations`);
  return { token, content_id: item.id, conversation_id: talks.items[0].id };
}

type Filled = Awaited<ReturnType<typeof fillTeam>>;

/** Every page there is, by its route; a test holds this list against the routes. */
export const PAGES: Record<
  string,
  (twin_id: string, filled: Filled) => string
> = {
  "/": () => "/",
  "/login": () => "/login",
  "/signup": () => "/signup",
  "/share/{twin_id}/{token}": (twin_id, { token }) =>
    `/share/${twin_id}/${token}`,
  "/dashboard": (twin_id) => `/dashboard?twin=${twin_id}`,
  "/dashboard/account": () => "/dashboard/account",
  "/dashboard/activity": () => "/dashboard/activity",
  "/dashboard/api-keys": (twin_id) => `/dashboard/api-keys?twin=${twin_id}`,
  "/dashboard/content": (twin_id) => `/dashboard/content?twin=${twin_id}`,
  "/dashboard/content/{content_id}": (twin_id, { content_id }) =>
    `/dashboard/content/${content_id}?twin=${twin_id}`,
  "/dashboard/conversations": (twin_id) =>
    `/dashboard/conversations?twin=${twin_id}`,
  "/dashboard/conversations/{conversation_id}": (
    twin_id,
    { conversation_id },
  ) => `/dashboard/conversations/${conversation_id}?twin=${twin_id}`,
  "/dashboard/embed": (twin_id) => `/dashboard/embed?twin=${twin_id}`,
  "/dashboard/settings": (twin_id) => `/dashboard/settings?twin=${twin_id}`,
  "/dashboard/share": (twin_id) => `/dashboard/share?twin=${twin_id}`,
  "/dashboard/team": (twin_id) => `/dashboard/team?twin=${twin_id}`,
  "/dashboard/twins": () => "/dashboard/twins",
};
