import { z } from "zod";
import { emailAddress, newPassword, personName } from "@/server/identity/schema";
import { keyScopes, roles } from "./permission";

// Shared by routers and forms. The sentences are shown beside the field that they are about.

const name = (what: string) => z.string().trim().min(1, `Give the ${what} a name.`).max(80, "Use at most 80 characters.").regex(/^\P{Cc}*$/u, "Use no line breaks or control characters.");

/** A secret of ours that arrives in a link: the invitation's, the setup's. */
const linkToken = z.string().min(1).max(200);

const workspaceSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,38}$/, "Use lower-case letters, digits and dashes, such as acme.");
export const invitableRoles = ["admin", "member", "viewer"] as const;

export const createWorkspaceInput = z.object({ name: name("workspace"), slug: workspaceSlug.optional() });
export const switchWorkspaceInput = z.object({ slug: z.string().max(200) });
/** Null takes the limit away. */
const callsPerMinute = z.number("Enter a number.").int("Enter a whole number.").min(1, "Enter at least 1, or leave it empty.").max(1_000_000, "Enter at most 1,000,000.").nullable();

export const updateWorkspaceInput = z.object({ name: name("workspace"), callsPerMinute: callsPerMinute.optional() });

export const callDetails = ["all", "notable", "none"] as const;
export const callHistoryInput = z.object({
  callDetail: z.enum(callDetails),
  callRetentionDays: z.coerce.number("Use a whole number of days.").int("Use a whole number of days.").min(1, "Use at least 1 day.").max(365, "Use at most 365 days."),
});
export type CallHistorySettings = z.output<typeof callHistoryInput>;

export const updateMemberRoleInput = z.object({ memberId: z.string().max(200), role: z.enum(roles) });
export const removeMemberInput = z.object({ memberId: z.string().max(200) });

export const createInvitationInput = z.object({ role: z.enum(invitableRoles), email: emailAddress.optional() });
export const revokeInvitationInput = z.object({ invitationId: z.string().max(200) });
export const getInvitationInput = z.object({ token: linkToken });
export const acceptInvitationInput = z.object({ token: linkToken });
export const registerByInvitationInput = z.object({ token: linkToken, name: personName, email: emailAddress, password: newPassword });

export const setupLinkInput = z.object({ token: linkToken });
export const completeSetupInput = z.object({ token: linkToken, name: personName, email: emailAddress, password: newPassword, workspaceName: name("workspace") });

export const createApiKeyInput = z.object({
  name: name("key"),
  scopes: z.array(z.enum(keyScopes)).min(1, "Choose what the key may do.").max(keyScopes.length),
  expiresAt: z.iso.datetime().nullable(),
  callsPerMinute: callsPerMinute.optional(),
});
export const revokeApiKeyInput = z.object({ apiKeyId: z.string().max(200) });
