import { switchTenant } from "../../../lib/accounts/sessions.ts";
import { parse } from "../../../lib/http/body.ts";
import { memberForm } from "../../../lib/pages/access.ts";
import { seeOther } from "../../../lib/http/redirect.ts";
import { switchTenantInput } from "../../../lib/schemas/account.ts";
import { handler } from "./$switch.ts";

export const handlers = handler({
  POST: memberForm(async ({ app, actor, fields }) => {
    const { tenant_id } = parse(switchTenantInput, fields);
    await switchTenant(app, actor, tenant_id);
    return seeOther("/dashboard");
  }),
});
