import { z } from "zod";

// Shared by routers and forms. The sentences are shown beside the field that they are about.

/** What a password has to be wherever one is chosen. */
export const passwordRules = { minLength: 12, maxLength: 256 } as const;

export const personName = z.string().trim().min(1, "Enter your name.").max(80, "Use at most 80 characters.").regex(/^\P{Cc}*$/u, "Use no line breaks or control characters.");
export const emailAddress = z.string().trim().toLowerCase().pipe(z.email("Enter an e-mail address such as ada@example.com."));
export const newPassword = z
  .string()
  .min(passwordRules.minLength, `Use at least ${passwordRules.minLength} characters.`)
  .max(passwordRules.maxLength, `Use at most ${passwordRules.maxLength} characters.`);
const knownPassword = z.string().min(1, "Enter your password.").max(1_000);

export const signInInput = z.object({
  email: emailAddress,
  password: knownPassword,
  /** False ends the session with the browser's. */
  isRemembered: z.boolean().default(true),
});
export const changePasswordInput = z.object({ currentPassword: knownPassword, newPassword });
export const updateProfileInput = z.object({ name: personName });
export const revokeSessionInput = z.object({ sessionId: z.string().max(200).regex(/^\P{Cc}*$/u) });
