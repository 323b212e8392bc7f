import type { Readable } from "node:stream";
import type { AuthKind, AuthOption, Connector } from "@/server/catalog/connector";
import type { TokenResult } from "@/server/oauth/token-result";
import type { Runtime } from "@/server/runtime/runtime";
import type { CredentialFields } from "./credential";

/**
 * A request before it leaves. Header names are lower case; whoever applies a credential owns address and headers.
 * Method and body are there to be signed, and stay as they are.
 */
export type RequestHead = { url: URL; headers: Record<string, string>; readonly method: string; readonly body: Buffer | Readable | string | null };

/** Non-secret values of a connection: its inputs, and what its credential told. */
export type Facts = Readonly<Record<string, string>>;

export type Presented<O> = {
  runtime: Runtime;
  connector: Connector;
  option: O;
  /** As posted, parsed and trimmed, for `acquire`; as stored for `renew`. */
  credential: CredentialFields;
  facts: Facts;
  signal?: AbortSignal | undefined;
};

/** What `acquire` made of the posted fields. All of `credential` is sealed. */
export type Acquired = { credential: CredentialFields; facts: Record<string, string>; scopes: string[]; tokenExpiresAt: Date | null };

/** The functions of an auth kind, over the part of `AuthOption` that is its own. */
export type AuthKindFunctions<O extends AuthOption> = {
  /** Puts the credential on a request, over anything of the same name. Cheap, and without effect on anything else: it runs for every call. */
  apply(head: RequestHead, credential: CredentialFields, option: O, facts: Facts): void;
  /**
   * Turns posted fields into what is sealed. Throws `CREDENTIAL_REFUSED` with `details.fields`, `SERVICE_UNAVAILABLE`
   * or `RATE_LIMIT_EXCEEDED`. A kind without it connects in the browser.
   */
  acquire?(presented: Presented<O>): Promise<Acquired>;
  /** Gets a new access token with the stored secret, for kinds that have no refresh token. */
  renew?(presented: Presented<O>): Promise<TokenResult>;
};

/** An auth kind as the registry holds it: callable with whatever option a connector has. */
export type AuthKindDefinition = AuthKindFunctions<AuthOption> & { kind: AuthKind };

type OptionOf<K extends AuthKind> = Extract<AuthOption, { kind: K }>;

/** Makes an auth kind. An option of another kind is a programming error and throws. */
export function defineAuthKind<K extends AuthKind>(kind: K, functions: AuthKindFunctions<OptionOf<K>>): AuthKindDefinition {
  const isOwn = (option: AuthOption): option is OptionOf<K> => option.kind === kind;
  const own = (option: AuthOption) => {
    if (isOwn(option)) return option;
    throw new Error(`The auth kind ${kind} was asked about an option of the kind ${option.kind}.`);
  };
  const { apply, acquire, renew } = functions;
  return {
    kind,
    apply: (head, credential, option, facts) => apply(head, credential, own(option), facts),
    ...(acquire ? { acquire: (presented: Presented<AuthOption>) => acquire({ ...presented, option: own(presented.option) }) } : {}),
    ...(renew ? { renew: (presented: Presented<AuthOption>) => renew({ ...presented, option: own(presented.option) }) } : {}),
  };
}
