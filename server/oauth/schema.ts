import { z } from "zod";

// Shared by the router, REST and forms. The sentences are shown beside the field that they are about.

const slug = z.string().min(1).max(80).regex(/^\P{Cc}*$/u);
const values = z.record(z.string().max(80), z.string().max(2_000)).default({});

/** Where a full-page flow may go back to: a path of ours. Browsers read `//`, `/\` and control characters as other hosts. */
export const returnToPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u, "Go back to a path of this site, such as /connections.");

export const startOAuthFlowInput = z.object({
  connector: slug,
  /** The connector's own inputs, by key. */
  inputs: values,
  /** Left out: those asked for by default, or what the connection had before. */
  scopes: z.array(z.string().max(300)).max(200).optional(),
  /** Reconnect this connection; its id, name and settings stay. */
  connectionId: z.string().max(200).optional(),
  returnTo: returnToPath.optional(),
  name: z.string().trim().min(1, "Give the connection a name.").max(80, "Use at most 80 characters.").regex(/^\P{Cc}*$/u, "Use no line breaks or control characters.").optional(),
  visibility: z.enum(["workspace", "private"]).optional(),
});
export type StartOAuthFlowInput = z.output<typeof startOAuthFlowInput>;

export const oauthFlowInput = z.object({ flowId: z.string().max(200) });

/** A client id or secret as it was copied; the spaces that come along with it are not part of it. */
const copied = (what: string) =>
  z
    .string()
    .trim()
    .min(1, `Paste the ${what}.`)
    .max(4_000, `This is longer than a ${what} can be.`)
    .regex(/^[\x21-\x7e]+$/, `A ${what} has no spaces or line breaks. Copy it again.`);

/** Whom a registration is for: this workspace, or every one that has none of its own. The second is the instance owner's. */
const serves = z.enum(["workspace", "instance"]).default("workspace");

export const saveOAuthAppInput = z.object({ connector: slug, clientId: copied("client ID"), clientSecret: copied("client secret"), serves });
/** As callers write it: what has a default may be left out. */
export type SaveOAuthAppInput = z.input<typeof saveOAuthAppInput>;

export const deleteOAuthAppInput = z.object({
  connector: slug,
  /** Also when connections depend on it: they keep working until their tokens expire. */
  force: z.boolean().default(false),
  serves,
});
export type DeleteOAuthAppInput = z.input<typeof deleteOAuthAppInput>;

export const testOAuthAppInput = z.object({
  connector: slug,
  /** The connector's own inputs, by key, where its token address takes some. */
  inputs: values,
});
export type TestOAuthAppInput = z.input<typeof testOAuthAppInput>;

export const diagnoseCallbackInput = z.object({
  /** Adds what this connector's vendor has to know. */
  connector: slug.optional(),
});
export type DiagnoseCallbackInput = z.input<typeof diagnoseCallbackInput>;
