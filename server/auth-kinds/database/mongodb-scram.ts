import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { Secret } from "@/server/lib/secret";
import { type MongoDocument, UnexpectedReply } from "./mongodb-wire";

const derive = promisify(pbkdf2);

export const scramMechanisms = ["SCRAM-SHA-256", "SCRAM-SHA-1"] as const;
export type ScramMechanism = (typeof scramMechanisms)[number];
export type ScramLogin = { mechanism: ScramMechanism; source: string; username: string; password: Secret };

/** RFC 7677 §4 says at least 4,096; more than this is somebody's attempt to keep us busy. */
const rounds = { least: 4_096, most: 200_000 };

/** A SCRAM login (RFC 5802) by MongoDB's commands. Resolves with the reply that refuses it, or null when it is in. */
export async function scram({ mechanism, source, username, password }: ScramLogin, run: (command: MongoDocument) => Promise<MongoDocument>): Promise<MongoDocument | null> {
  const nonce = randomBytes(24).toString("base64");
  const bare = `n=${username.replaceAll("=", "=3D").replaceAll(",", "=2C")},r=${nonce}`;
  const first = await run({ saslStart: 1, mechanism, payload: Buffer.from(`n,,${bare}`), autoAuthorize: 1, options: { skipEmptyExchange: true }, $db: source });
  if (first["ok"] !== 1) return first;
  const challenge = textOf(first);
  const { r = "", s = "", i = "" } = partsOf(challenge);
  const count = Number(i);
  if (!r.startsWith(nonce) || !Number.isInteger(count) || count < rounds.least || count > rounds.most) throw new UnexpectedReply();
  const hash = mechanism === "SCRAM-SHA-256" ? "sha256" : "sha1";
  const salted = await derive(preparePassword(mechanism, username, password), Buffer.from(s, "base64"), count, hash === "sha256" ? 32 : 20, hash);
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest();
  const clientKey = hmac(salted, "Client Key");
  const bound = `c=biws,r=${r}`;
  const message = `${bare},${challenge},${bound}`;
  const signature = hmac(createHash(hash).update(clientKey).digest(), message);
  const proof = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0))).toString("base64");
  const { conversationId } = first;
  const second = await run({ saslContinue: 1, conversationId, payload: Buffer.from(`${bound},p=${proof}`), $db: source });
  if (second["ok"] !== 1) return second;
  // A server that does not know the password either cannot sign this.
  const said = Buffer.from(partsOf(textOf(second))["v"] ?? "", "base64");
  const expected = hmac(hmac(salted, "Server Key"), message);
  if (said.length !== expected.length || !timingSafeEqual(said, expected)) throw new UnexpectedReply();
  if (second["done"] === true) return null;
  const last = await run({ saslContinue: 1, conversationId, payload: Buffer.alloc(0), $db: source });
  return last["ok"] === 1 ? null : last;
}

/** SHA-1 takes MongoDB's own digest; SHA-256 the password by SASLprep, which for what people type is NFKC. */
function preparePassword(mechanism: ScramMechanism, username: string, password: Secret): string {
  if (mechanism === "SCRAM-SHA-256") return password.reveal().normalize("NFKC");
  return createHash("md5").update(`${username}:mongo:${password.reveal()}`).digest("hex");
}

function textOf(reply: MongoDocument): string {
  const payload: unknown = reply["payload"];
  if (payload instanceof Uint8Array) return Buffer.from(payload).toString("utf8");
  throw new UnexpectedReply();
}

function partsOf(text: string): Record<string, string> {
  return Object.fromEntries(text.split(",").map((part) => [part.slice(0, 1), part.slice(2)]));
}
