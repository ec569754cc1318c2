import { switchTenant } from "../../../lib/accounts/sessions.ts";
import { parse } from "../../../lib/http/body.ts";
import { memberPage, readFields } from "../../../lib/pages/page.ts";
import { seeOther } from "../../../lib/http/redirect.ts";
import { switchTenant as schema } from "../../../lib/schemas/account.ts";
import { handler } from "./$switch.ts";

export const handlers = handler({
  POST: memberPage(async ({ app, actor, req }) => {
    const { tenant_id } = parse(schema, await readFields(req));
    await switchTenant(app, actor, tenant_id);
    return seeOther("/dashboard");
  }),
});
