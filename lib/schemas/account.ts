import { z } from "zod";
import { email, id, line, type Role, role } from "./common.ts";

export const password = z.string()
  .min(12, "Use at least 12 characters")
  .max(200, "Use at most 200 characters")
  .meta({ secret: true });

/** An existing password, to be verified. */
const present_password = z.string().min(1, "Type your password").max(200)
  .meta({ secret: true });

export type Tenant = { id: string; name: string; created_at: string };

export type User = {
  id: string;
  name: string;
  email: string;
  password_hash: string;
  created_at: string;
};

export type Membership = {
  tenant_id: string;
  user_id: string;
  role: Role;
  created_at: string;
};

export type DashboardSession = {
  token_hash: string;
  user_id: string;
  tenant_id: string;
  created_at: string;
  last_active_at: string;
  expires_at: string;
  /** Of the password it was started with (`passwordMark`). */
  password_mark?: string;
  /** The browser's user agent, cut to 200 characters, for the list of one's sessions. */
  user_agent: string;
};

export const signUpInput = z.strictObject({
  name: line(100),
  email,
  password,
  twin_name: line(100),
});
export type SignUpInput = z.infer<typeof signUpInput>;

export const logInInput = z.strictObject({
  email,
  password: present_password,
  next: z.string().max(2_000).optional(),
});

export const forgotInput = z.strictObject({ email });

export const resetPasswordInput = z.strictObject({ password });

export const changePasswordInput = z.strictObject({
  current_password: present_password,
  password,
});

export const deleteAccountInput = z.strictObject({
  current_password: present_password,
});

export const switchTenantInput = z.strictObject({ tenant_id: id("tnt") });

export const meView = z.strictObject({
  user: z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
  }),
  tenant: z.strictObject({ id: z.string(), name: z.string() }),
  twins: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type Me = z.infer<typeof meView>;

export const tenantInput = z.strictObject({ name: line(100) });
export const tenantView = z.strictObject({ id: z.string(), name: z.string() });
