import { randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** What an id's prefix says it names; an id with another prefix is malformed and answers like an unknown one. */
const prefixes = {
  workspace: "wsp",
  member: "mem",
  invitation: "inv",
  apiKey: "key",
  oauthApp: "app",
  oauthFlow: "flw",
  connection: "con",
  customConnector: "cus",
  connectionEvent: "evt",
  connectorRequest: "wsh",
  call: "cal",
  request: "req",
} as const;

export type IdKind = keyof typeof prefixes;

/** A new id such as `con_01jd…`: 48 bits of time, so ids sort by age and page by key, then 80 random bits. */
export function newId(kind: IdKind, now = Date.now()): string {
  return `${prefixes[kind]}_${encodeTime(now)}${takeRandom()}`;
}

const timeLength = 10;
const randomLength = 16;

/** Sorts before every `kind` id that was made at `at` (ms) or later, and after every older one: a bound for queries. */
export function firstIdAt(kind: IdKind, at: number): string {
  return `${prefixes[kind]}_${encodeTime(Math.max(0, Math.floor(at)))}`;
}

/** When an id was made, in ms. `id` has to have the form of one. */
export function timeOfId(id: string): number {
  return Array.from(id.slice(4, 4 + timeLength)).reduce((time, letter) => time * 32 + alphabet.indexOf(letter), 0);
}

// Many ids are made within one millisecond.
let lastTime = -1;
let lastEncoded = "";

function encodeTime(now: number): string {
  if (now === lastTime) return lastEncoded;
  let rest = now;
  let text = "";
  for (let position = 0; position < timeLength; position += 1) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  lastTime = now;
  lastEncoded = text;
  return text;
}

// Asking the system for ten bytes costs more than the rest of an id, so they are taken from a stock. Ids are no secrets.
let stock = "";
let used = 0;

function takeRandom(): string {
  if (used + randomLength > stock.length) {
    stock = Array.from(randomBytes(randomLength * 256), (byte) => alphabet[byte & 31]).join("");
    used = 0;
  }
  used += randomLength;
  return stock.slice(used - randomLength, used);
}

/** Whether `id` has the form of a `kind` id. Lookups ask this first, so a malformed id never reaches the database. */
export function isId(kind: IdKind, id: string): boolean {
  return id.length === prefixes[kind].length + 1 + timeLength + randomLength && id.startsWith(`${prefixes[kind]}_`) && /^[0-9a-hjkmnp-tv-z]+$/.test(id.slice(4));
}

/** A random token for links and keys: `bytes` of entropy, base64url. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}
