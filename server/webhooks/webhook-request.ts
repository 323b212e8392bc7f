/** A call that claims to come from a vendor, exactly as it arrived. */
export type WebhookRequest = {
  method: string;
  /** The public address that the vendor was given, with the query it sent: not the one behind a proxy. */
  url: string;
  headers: Headers;
  /** The raw bytes, before anything parsed them. */
  body: Uint8Array;
};

/**
 * Why a call is not taken. `mismatch` is a forgery or a wrong key; `outside_window` is signed well but was sent too
 * long ago, or by a clock that is ahead; `key_…` are ours to mend; the others say what the vendor left out.
 */
export type WebhookRefusal =
  | "signature_missing"
  | "signature_malformed"
  | "timestamp_missing"
  | "timestamp_malformed"
  | "id_missing"
  | "key_missing"
  | "key_unusable"
  | "mismatch"
  | "outside_window"
  | "unsigned";

export type WebhookVerdict = { ok: true } | { ok: false; reason: WebhookRefusal };
