import type { AuthKind } from "../connector";
import type { Json } from "../operation";

/**
 * What a vendor is sent and what it answers when an account is connected, per way to connect: written by hand after
 * the vendor's documentation, whole addresses and all, so that a definition is held against something that is not
 * made from it. Names, ids and tokens are made up. Only tests read it.
 */
export type ConnectorSample = Partial<Record<AuthKind, WaySample>>;

export type WaySample = {
  /** Entered where a field's own example will not do; empty leaves the field out. Keys and key files are made by the test. */
  values?: Record<string, string>;
  /** For `oauth2`: the vendor's page, and every parameter that is not part of each sign-in. */
  authorize?: { url: string; params?: Record<string, string>; pkce: boolean };
  /** What the vendor adds to the callback beside `code` and `state`: `realmId`, `iss`. */
  callback?: Record<string, string>;
  /** The token endpoint, for every kind that has one. */
  token?: TokenSample;
  /** How it refuses a wrong secret, code or assertion. */
  tokenRefused?: SampleAnswer;
  /** For a token that is exchanged for a longer one at once, as Meta's. */
  exchange?: TokenSample;
  lookup?: SampleCall;
  verify: SampleCall;
  /** The further calls of the verification in their order, each as if those before it were denied. */
  alternatives?: (SampleCall & { account: SampleAccount })[];
  /** Whose account the verification tells. */
  account: SampleAccount;
  /** What the connection knows afterwards beside the values entered: `dc`, `cloud_id`. */
  facts?: Record<string, string>;
  /** How this vendor refuses a bad credential at the verification call. */
  refused: SampleAnswer;
};

export type SampleAccount = { id: string | null; label: string | null };

/**
 * One request. In all its texts `{name}` stands for a value that was entered, `{access_token}` for the token's, in an
 * address percent-encoded. `Basic {username}:{password}` is base64 on the wire. A text that begins with `^` is a
 * regular expression. `form` and `json` are the whole body.
 */
export type SampleCall = {
  /** Method and whole address: `GET https://api.github.com/user`. */
  call: string;
  /** Headers that have to be there, names in lower case. */
  headers?: Record<string, string>;
  form?: Record<string, string>;
  json?: Json;
  /** What stands in the JWT that is sent, as the assertion or as the token itself. */
  jwt?: { head?: Record<string, string>; claims: Record<string, string> };
  answer: SampleAnswer;
};

/** A body that is text is sent as it is. The status is 200 unless it says otherwise. */
export type SampleAnswer = { status?: number; headers?: Record<string, string>; body: Json };

export type TokenSample = SampleCall & {
  /** What the answer means. */
  reads: {
    accessToken: string;
    refreshToken?: string;
    /** Null: it does not expire. */
    expiresInSeconds: number | null;
    refreshExpiresInSeconds?: number;
    /** Null: the answer does not tell. */
    scopes: string[] | null;
    facts?: Record<string, string>;
  };
};

/** RFC 6749 §4.1.3. The test fills in the code that it gave, its callback address and the verifier. */
export const codeGrant = { grant_type: "authorization_code", code: "{code}", redirect_uri: "{redirect_uri}" };
/** RFC 7636 §4.5. */
export const codeVerifier = { code_verifier: "{code_verifier}" };
/** RFC 6749 §2.3.1, both ways. */
export const clientInBody = { client_id: "{client_id}", client_secret: "{client_secret}" };
export const clientAsBasic = { authorization: "Basic {client_id}:{client_secret}" };
/** RFC 6750. */
export const bearerToken = { authorization: "Bearer {access_token}" };
