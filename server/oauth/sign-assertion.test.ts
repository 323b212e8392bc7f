import { execFileSync } from "node:child_process";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, describe, expect, it } from "vitest";
import { Secret } from "@/server/lib/secret";
import { type AssertionAlgorithm, certificateSha256, publicKeySha256, readPrivateKey, signAssertion } from "./sign-assertion";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const curve = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pemOf = (type: "pkcs8" | "pkcs1" = "pkcs8") => rsa.privateKey.export({ type, format: "pem" }).toString();
const account = { algorithm: "RS256" as const, issuer: "robot@project.iam.test", audience: "https://oauth2.vendor.test/token", claims: { scope: "a b" }, ttlSeconds: 3600 };

const folder = mkdtempSync(path.join(tmpdir(), "patchbay-certificate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an assertion", () => {
  it("is signed for its time, for itself or for the person it acts for", async () => {
    const key = readPrivateKey(new Secret(pemOf()), "RS256");
    const jwt = await signAssertion(key, { ...account, subject: "ada@acme.test", keyId: "k1" });
    const { payload } = await jwtVerify(jwt.reveal(), rsa.publicKey, { audience: account.audience, issuer: account.issuer });
    expect(payload).toMatchObject({ scope: "a b", sub: "ada@acme.test" });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
    expect(decodeProtectedHeader(jwt.reveal())).toEqual({ alg: "RS256", typ: "JWT", kid: "k1" });
    const own = await jwtVerify((await signAssertion(key, account)).reveal(), rsa.publicKey);
    expect(own.payload).not.toHaveProperty("sub");
    expect(own.payload).not.toHaveProperty("jti");
  });

  it.each<[AssertionAlgorithm, typeof rsa]>([
    ["RS256", rsa],
    ["PS256", rsa],
    ["ES256", curve],
  ])("is signed with %s, and never twice the same", async (algorithm, { privateKey, publicKey }) => {
    const key = readPrivateKey(new Secret(privateKey.export({ type: "pkcs8", format: "pem" }).toString()), algorithm);
    const made = await Promise.all([1, 2].map(() => signAssertion(key, { ...account, algorithm, hasId: true })));
    const ids = await Promise.all(made.map(async (jwt) => (await jwtVerify(jwt.reveal(), publicKey, { algorithms: [algorithm] })).payload.jti));
    expect(new Set(ids).size).toBe(2);
  });
});

describe("a private key", () => {
  const locked = rsa.privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "open sesame" }).toString();

  it.each<[string, string]>([
    ["as PKCS #8", pemOf()],
    ["as PKCS #1", pemOf("pkcs1")],
    ["with its line ends written out", pemOf().replaceAll("\n", "\\n")],
    ["as a JWK", JSON.stringify(rsa.privateKey.export({ format: "jwk" }))],
  ])("is read %s", (_how, text) => {
    expect(publicKeySha256(readPrivateKey(new Secret(text), "RS256"))).toBe(publicKeySha256(rsa.privateKey));
  });

  it("is unlocked with its passphrase", () => {
    expect(readPrivateKey(new Secret(locked), "RS256", new Secret("open sesame")).asymmetricKeyType).toBe("rsa");
  });

  it.each<[string, string, AssertionAlgorithm, string | undefined, RegExp]>([
    ["no key", "-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----", "RS256", undefined, /cannot be read/],
    ["no JWK", '{"secret":"secret"}', "RS256", undefined, /cannot be read/],
    ["a key of another kind", pemOf(), "ES256", undefined, /not a key on the curve P-256/],
    ["a curve for RSA", curve.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), "PS256", undefined, /not an RSA key/],
    ["a short key", generateKeyPairSync("rsa", { modulusLength: 1024 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(), "RS256", undefined, /too short/],
    ["a locked key without its passphrase", locked, "RS256", undefined, /locked with a passphrase/],
    ["a wrong passphrase", locked, "RS256", "secret", /does not open/],
  ])("that is %s is refused in words, without the key", (_what, text, algorithm, passphrase, message) => {
    const read = () => readPrivateKey(new Secret(text), algorithm, passphrase === undefined ? undefined : new Secret(passphrase));
    expect(read).toThrow(expect.objectContaining({ code: "INVALID_REQUEST", message: expect.stringMatching(message) }));
    expect(read).not.toThrow(/secret/);
  });
});

describe("a certificate", () => {
  const [keyFile, certFile] = [path.join(folder, "key.pem"), path.join(folder, "cert.pem")];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=robot", "-keyout", keyFile, "-out", certFile], { stdio: "ignore" });
  const pem = readFileSync(certFile, "utf8");
  const key = readPrivateKey(new Secret(readFileSync(keyFile, "utf8")), "PS256");

  it("is told by its SHA-256, as OpenSSL counts it", () => {
    const shown = new X509Certificate(pem).fingerprint256.replaceAll(":", "");
    expect(Buffer.from(certificateSha256(pem, key), "base64url").toString("hex").toUpperCase()).toBe(shown);
  });

  it("has to belong to the key", () => {
    expect(() => certificateSha256(pem, rsa.privateKey)).toThrow(expect.objectContaining({ code: "INVALID_REQUEST", message: expect.stringContaining("another private key") }));
    expect(() => certificateSha256("nonsense", key)).toThrow(/cannot be read/);
  });
});
