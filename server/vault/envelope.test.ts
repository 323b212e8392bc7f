import { createCipheriv, createSecretKey, generateKeySync, randomBytes } from "node:crypto";
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "@/server/lib/errors";
import { Secret } from "@/server/lib/secret";
import { openEnvelope, readKeyVersion, sealEnvelope } from "./envelope";
import type { SealedFor } from "./vault";

const key = generateKeySync("aes", { length: 256 });
const boundTo: SealedFor = { workspaceId: "wsp_1", ownerId: "con_1", field: "api_key" };
const plain = "plaintext-of-the-test";
const sealed = sealEnvelope(key, 1, new Secret(plain), boundTo);
const bytes = Buffer.from(sealed.slice("v1.1.".length), "base64url");
const ivBytes = 12;
const tagBytes = 16;

const envelopeOf = (body: Uint8Array) => `v1.1.${Buffer.from(body).toString("base64url")}`;

/** Refused with the one error, which tells nothing of the plaintext or the envelope. */
function expectRefused(envelope: string, at: SealedFor = boundTo): void {
  let refused: unknown;
  try {
    openEnvelope(key, envelope, at);
  } catch (error) {
    refused = error;
  }
  if (!isAppError(refused)) throw new Error("it opened, or failed with an error of another kind", { cause: refused });
  expect(refused.code).toBe("INTERNAL");
  expect(refused.cause).toBeUndefined();
  const shown = inspect(refused, { depth: 10, showHidden: true });
  expect(shown).not.toContain(plain);
  if (envelope.length > 12) expect(shown).not.toContain(envelope.slice(5));
}

describe("sealed and opened", () => {
  test("any text comes back, and the envelope has the documented form", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), fc.integer({ min: 1, max: 999_999_999 }), (text, version) => {
        const envelope = sealEnvelope(key, version, new Secret(text), boundTo);
        expect(envelope).toMatch(new RegExp(`^v1\\.${version}\\.[\\w-]+$`));
        expect(Buffer.from(envelope.split(".")[2] ?? "", "base64url")).toHaveLength(ivBytes + Buffer.byteLength(text) + tagBytes);
        expect(readKeyVersion(envelope)).toBe(version);
        expect(openEnvelope(key, envelope, boundTo).reveal()).toBe(text);
      }),
    );
  });

  test("ten thousand seals never use an iv twice", () => {
    const ivs = new Set<string>();
    for (let count = 0; count < 10_000; count += 1) {
      const envelope = sealEnvelope(key, 1, new Secret("same"), boundTo);
      ivs.add(Buffer.from(envelope.slice("v1.1.".length), "base64url").subarray(0, ivBytes).toString("hex"));
    }
    expect(ivs.size).toBe(10_000);
  });
});

describe("refused", () => {
  test("every bit of iv, ciphertext and tag, flipped", () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expectRefused(envelopeOf(changed));
    }
    expect(openEnvelope(key, envelopeOf(bytes), boundTo).reveal()).toBe(plain);
  });

  test("tags cut to 0 to 15 bytes", () => {
    for (let kept = 0; kept < tagBytes; kept += 1) {
      expectRefused(envelopeOf(bytes.subarray(0, bytes.length - tagBytes + kept)));
    }
  });

  test.each([4, 8, 12, 13, 14, 15])("a genuine tag of %i bytes, which GCM itself would allow", (length) => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: length });
    cipher.setAAD(Buffer.from(JSON.stringify(["patchbay.sealed.v1", boundTo.workspaceId, boundTo.ownerId, boundTo.field, 1])));
    const forged = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    expectRefused(envelopeOf(forged));
  });

  test("the same forgery with the full tag opens, so the case above tests the length", () => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(JSON.stringify(["patchbay.sealed.v1", boundTo.workspaceId, boundTo.ownerId, boundTo.field, 1])));
    const whole = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    expect(openEnvelope(key, envelopeOf(whole), boundTo).reveal()).toBe(plain);
  });

  test("every shorter prefix and suffix of the bytes", () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expectRefused(envelopeOf(bytes.subarray(0, length)));
      expectRefused(envelopeOf(bytes.subarray(bytes.length - length)));
    }
  });

  test("bytes added anywhere", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat({ max: bytes.length }), (added, at) => {
        expectRefused(envelopeOf(Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at)])));
      }),
    );
  });

  test("another key", () => {
    const other = createSecretKey(randomBytes(32));
    expect(() => openEnvelope(other, sealed, boundTo)).toThrow("does not open");
  });

  test("another key version under the same key", () => {
    expectRefused(sealed.replace("v1.1.", "v1.2."));
  });

  test.each([
    ["nothing", ""],
    ["another format", sealed.replace("v1.", "v2.")],
    ["version 0", sealed.replace("v1.1.", "v1.0.")],
    ["a version with a leading zero", sealed.replace("v1.1.", "v1.01.")],
    ["a negative version", sealed.replace("v1.1.", "v1.-1.")],
    ["a version in another notation", sealed.replace("v1.1.", "v1.1e0.")],
    ["no version", sealed.replace("v1.1.", "v1..")],
    ["a further part", `${sealed}.`],
    ["padding", `${sealed}=`],
    ["a space before", ` ${sealed}`],
    ["a line end after", `${sealed}\n`],
    ["the other base64 alphabet", `v1.1.${Buffer.concat([Buffer.from([0xfb, 0xff]), bytes]).toString("base64")}`],
    ["a character that base64 skips", `${sealed.slice(0, 10)} ${sealed.slice(10)}`],
    ["no body", "v1.1."],
    ["not an envelope", plain],
  ])("a malformed envelope: %s", (_, envelope) => {
    expectRefused(envelope);
  });

  test("a second spelling of the same bytes", () => {
    // 50 bytes end in a character with four unused bits; setting one of them names the same bytes.
    const odd = sealEnvelope(key, 1, new Secret("x".repeat(22)), boundTo);
    const last = odd.at(-1) ?? "";
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const twin = odd.slice(0, -1) + alphabet.charAt(alphabet.indexOf(last) + 1);
    expect(Buffer.from(twin.slice(5), "base64url")).toEqual(Buffer.from(odd.slice(5), "base64url"));
    expectRefused(twin);
  });
});

describe("bound to workspace, owner and field", () => {
  test.each([
    ["workspace", { ...boundTo, workspaceId: "wsp_2" }],
    ["owner", { ...boundTo, ownerId: "con_2" }],
    ["field", { ...boundTo, field: "password" }],
  ])("another %s is refused", (_, other) => {
    expectRefused(sealed, other);
  });

  test("any other place is refused", () => {
    const part = fc.string({ unit: "binary", maxLength: 12 });
    const place = fc.record({ workspaceId: part, ownerId: part, field: part });
    fc.assert(
      fc.property(place, place, (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two));
        expectRefused(sealEnvelope(key, 1, new Secret(plain), one), two);
      }),
    );
  });

  test("cutting the same characters at other points is another place", () => {
    const cuts = fc.tuple(fc.nat(), fc.nat());
    const text = fc.string({ unit: fc.constantFrom("a", "b", '"', ",", "\\", "[", "]", "\0", "\u0001", " ", "|", ":", "1"), minLength: 1, maxLength: 16 });
    const cut = (whole: string, [one, two]: [number, number]): SealedFor => {
      const [low, high] = [one % (whole.length + 1), two % (whole.length + 1)].sort((a, b) => a - b);
      return { workspaceId: whole.slice(0, low), ownerId: whole.slice(low, high), field: whole.slice(high) };
    };
    fc.assert(
      fc.property(text, cuts, cuts, (whole, first, second) => {
        const [one, two] = [cut(whole, first), cut(whole, second)];
        fc.pre(JSON.stringify(one) !== JSON.stringify(two));
        expectRefused(sealEnvelope(key, 1, new Secret(plain), one), two);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [
      { workspaceId: "a", ownerId: "bc", field: "d" },
      { workspaceId: "ab", ownerId: "c", field: "d" },
    ],
    [
      { workspaceId: "a", ownerId: "b", field: "cd" },
      { workspaceId: "a", ownerId: "bc", field: "d" },
    ],
    [
      { workspaceId: 'a","b', ownerId: "c", field: "d" },
      { workspaceId: "a", ownerId: 'b","c', field: "d" },
    ],
    [
      { workspaceId: "", ownerId: "a", field: "b" },
      { workspaceId: "a", ownerId: "", field: "b" },
    ],
  ])("%j and %j are kept apart", (one, two) => {
    expectRefused(sealEnvelope(key, 1, new Secret(plain), one), two);
    expectRefused(sealEnvelope(key, 1, new Secret(plain), two), one);
  });
});
