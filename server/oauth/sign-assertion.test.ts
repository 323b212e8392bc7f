import { generateKeyPairSync } from "node:crypto";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { expect, it } from "vitest";
import { Secret } from "@/server/lib/secret";
import { signAssertion } from "./sign-assertion";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
const account = { issuer: "robot@project.iam.test", audience: "https://oauth2.vendor.test/token", scopes: ["a", "b"], privateKey: pem };

it("signs for an hour, for itself or for the person it acts for", async () => {
  const jwt = await signAssertion({ ...account, subject: "ada@acme.test", keyId: "k1" });
  const { payload } = await jwtVerify(jwt.reveal(), publicKey, { audience: account.audience, issuer: account.issuer });
  expect(payload).toMatchObject({ scope: "a b", sub: "ada@acme.test" });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  expect(decodeProtectedHeader(jwt.reveal())).toEqual({ alg: "RS256", typ: "JWT", kid: "k1" });
  const own = await jwtVerify((await signAssertion(account)).reveal(), publicKey);
  expect(own.payload).not.toHaveProperty("sub");
});

it("says in words that a key is none, without the key", async () => {
  const signing = signAssertion({ ...account, privateKey: new Secret("-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----") });
  await expect(signing).rejects.toMatchObject({ code: "INVALID_REQUEST", message: expect.not.stringContaining("secret\n") });
});
