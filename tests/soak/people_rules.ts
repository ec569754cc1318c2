// Rules for teams, users, credentials, twins, and the audit log.
import { entryDigest, linkHash } from "../../lib/audit/proof.ts";
import type {
  DashboardSession,
  Membership,
  User,
} from "../../lib/schemas/account.ts";
import type { ApiKey } from "../../lib/schemas/api_key.ts";
import type { ShareLink } from "../../lib/schemas/share_link.ts";
import type { AuditEntry, Invitation } from "../../lib/schemas/team.ts";
import type { Handle, Twin } from "../../lib/schemas/twin.ts";
import { keys } from "../../lib/store/keys.ts";
import { each, part, type Rule } from "./rule.ts";
import type { StoreView } from "./store_view.ts";

const PEOPLE: Rule[] = [
  each<string>(
    "an e-mail leads to its user",
    "users_by_email",
    ({ key, value }, store) =>
      store.get<User>(keys.user(value))?.email === key[1],
  ),
  each<User>(
    "a user is found by their e-mail",
    "users",
    ({ value }, store) => store.get(keys.userByEmail(value.email)) === value.id,
  ),
  each(
    "a user's team has them as a member",
    "tenants_by_user",
    ({ key }, store) => store.has(keys.membership(part(key, 2), part(key, 1))),
  ),
  each<Membership>(
    "a member is a user, finds the team, and the team is there",
    "memberships",
    ({ value: { tenant_id, user_id } }, store) =>
      store.has(keys.tenantByUser(user_id, tenant_id)) &&
      store.has(keys.user(user_id)) && store.has(keys.tenant(tenant_id)),
  ),
  {
    name: "a team with members has an owner",
    broken(store) {
      const owned = new Set<string>();
      const all = store.values<Membership>(["memberships"]);
      for (const { tenant_id, role } of all) {
        if (role === "owner") owned.add(tenant_id);
      }
      return all.map(({ tenant_id }) => tenant_id)
        .filter((id) => !owned.has(id));
    },
  },
  each<DashboardSession>(
    "a session of the dashboard is listed by its user",
    "dashboard_sessions",
    ({ value: { user_id, token_hash } }, store) =>
      store.has(keys.dashboardSessionByUser(user_id, token_hash)),
  ),
  each(
    "a user's session of the dashboard is there",
    "dashboard_sessions_by_user",
    ({ key }, store) => store.has(keys.dashboardSession(part(key, 2))),
  ),
  each<[string, string]>(
    "an invitation's link leads to it",
    "user_invitations_by_token",
    ({ value }, store) => store.has(keys.invitation(...value)),
  ),
  each<string>(
    "the one good invitation of an address is there",
    "user_invitations_by_email",
    ({ key, value }, store) =>
      store.get<Invitation>(keys.invitation(part(key, 1), value))?.email ===
        key[2],
  ),
  each<Invitation>(
    "an open invitation is the one of its address, and has its link",
    "user_invitations",
    ({ value }, store) =>
      value.accepted_at !== null || value.withdrawn_at !== undefined ||
      store.get(keys.invitationByEmail(value.tenant_id, value.email)) ===
            value.id && store.has(keys.invitationByToken(value.token_hash)),
  ),
];

const TWINS: Rule[] = [
  each(
    "a team's twin is there, is the team's and is not deleted",
    "twins_by_tenant",
    ({ key }, store) => {
      const twin = store.get<Twin>(keys.twin(part(key, 2)));
      return twin?.tenant_id === key[1] && twin.deleted_at === null;
    },
  ),
  each<Twin>(
    "a twin is listed by its team, which is there; a deleted one is noted for the sweep",
    "twins",
    ({ key, value }, store) =>
      value.deleted_at === null
        ? store.has(keys.twinByTenant(value.tenant_id, value.id)) &&
          // A trial belongs to no team yet.
          (store.has(keys.tenant(value.tenant_id)) ||
            value.trial_ends_ms !== undefined)
        : store.isNoted("twin", key),
  ),
  each<Twin>(
    "a twin has its handle and its picture",
    "twins",
    ({ value: { id, handle, avatar_version } }, store) =>
      (!handle || store.get<Handle>(keys.handle(handle))?.twin_id === id) &&
      (avatar_version !== null) === store.has(keys.avatar(id)),
  ),
  each<Handle>(
    "a handle is a twin's, now or until it is swept",
    "handles",
    ({ key, value }, store) =>
      value.ends_at === null
        ? store.get<Twin>(keys.twin(value.twin_id))?.handle === key[1]
        : store.isNoted("handle", key),
  ),
  each<ShareLink>(
    "a share link is the twin's that it lies under",
    "share_links",
    ({ key, value }) => value.twin_id === key[1],
  ),
  {
    name: "nothing is left of a twin that is gone",
    broken: (store) =>
      TWINS_OWN.flatMap((first) => store.under([first]))
        .map(({ key }) => `${part(key, 0)} ${part(key, 1)}`)
        .filter((text) => !store.has(keys.twin(text.split(" ")[1]))),
  },
];

/** First parts of keys whose second part is a twin. */
const TWINS_OWN = [
  "avatars",
  "channel_marks",
  "content",
  "content_by_digest",
  "content_changes_floor",
  "content_history",
  "content_versions",
  "deleted_content",
  "answered_leads",
  "dismissed_findings",
  "figures",
  "found_in_content",
  "intakes",
  "leads",
  "limited_content",
  "limited_passages",
  "limited_vectors",
  "opens",
  "private_passages",
  "private_vectors",
  "public_content",
  "public_passages",
  "public_vectors",
  "quotes",
  "sessions_by_channel",
  "sessions_by_twin",
  "sessions_rated_down",
  "share_links",
  "source_marks",
  "sources",
  "twin_api_keys_by_twin",
  "unanswered",
  "vectors_state",
];

const isKey = (store: StoreView, hash: string, id: string) =>
  store.get<ApiKey>(keys.apiKey(hash))?.id === id;

const KEYS: Rule[] = [
  each<string>(
    "a team's key is there",
    "twin_api_keys_by_tenant",
    ({ key, value }, store) => isKey(store, value, part(key, 2)),
  ),
  each<string>(
    "a twin's key is there",
    "twin_api_keys_by_twin",
    ({ key, value }, store) => isKey(store, value, part(key, 2)),
  ),
  each<ApiKey>(
    "a key is listed by its twin, and by its team while that is there",
    "twin_api_keys",
    ({ key, value: { id, tenant_id, twin_id, key_hash } }, store) =>
      key[1] === key_hash &&
      store.get(keys.apiKeyByTwin(twin_id, id)) === key_hash &&
      (store.get(keys.apiKeyByTenant(tenant_id, id)) === key_hash ||
        !store.has(keys.tenant(tenant_id))),
  ),
  {
    name: "what is noted of a key's use is a key's that is there",
    broken(store) {
      const ids = new Set(
        store.values<ApiKey>(["twin_api_keys"]).map(({ id }) => id),
      );
      return ["key_last_used", "key_last_used_for", "key_origins"]
        .flatMap((first) => store.under([first]))
        .filter(({ key }) => !ids.has(part(key, 1)))
        .map(({ key }) => key.join(" "));
    },
  },
];

type Link = { entry_id: string; digest: string; hash: string };

const LOG: Rule[] = [
  each(
    "what is to be chained of the log is there",
    "new_audits",
    ({ key }, store) => store.has(keys.audit(part(key, 1), part(key, 2))),
  ),
  {
    name: "every entry of the log is chained, or marked to be",
    broken(store) {
      const chained = new Set(
        store.values<Link>(["audit_links"]).map(({ entry_id }) => entry_id),
      );
      return store.values<AuditEntry>(["audit_log"])
        .filter(({ id, tenant_id }) =>
          !chained.has(id) && !store.has(keys.newAudit(tenant_id, id))
        )
        .map(({ id }) => id);
    },
  },
  {
    name: "the chain of each team's log is whole, up to its head",
    broken: (store) =>
      store.under<{ seq: number; hash: string }>(["audit_heads"])
        .filter(({ key, value }) => {
          let before = { seq: 0, hash: "" };
          const tenant_id = part(key, 1);
          for (
            const link of store.values<Link>(keys.auditLinks(tenant_id))
          ) {
            const seq = before.seq + 1;
            const { digest, entry_id } = link;
            const hash = linkHash(before.hash, { tenant_id, seq, digest });
            const entry = store.get<AuditEntry>(
              keys.audit(tenant_id, entry_id),
            );
            if (hash !== link.hash) return true;
            if (entry && entryDigest(entry) !== digest) return true;
            before = { seq, hash };
          }
          return before.seq !== value.seq || before.hash !== value.hash;
        })
        .map(({ key }) => part(key, 1)),
  },
];

export const PEOPLE_RULES: Rule[] = [...PEOPLE, ...TWINS, ...KEYS, ...LOG];
