import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AwsSigV4 } from "@/server/catalog/auth-option";
import { Secret } from "@/server/lib/secret";
import type { RequestHead } from "./auth-kind";
import { readAwsHost } from "./aws-host";
import { signAws } from "./sign-aws";

/** The keys of Amazon's own examples. */
const s3Keys = { access_key_id: "AKIAIOSFODNN7EXAMPLE", secret_access_key: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };
const suiteKeys = { access_key_id: "AKIDEXAMPLE", secret_access_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const placement: AwsSigV4 = { in: "aws_sigv4" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Given = { url: string; method?: string; headers?: Record<string, string>; body?: RequestHead["body"] };
function signed({ url, method = "GET", headers = {}, body = null }: Given, keys: Record<string, string> = s3Keys, at = "2013-05-24T00:00:00Z", how = placement, facts = {}): RequestHead {
  vi.setSystemTime(new Date(at));
  const head = { url: new URL(url), method, headers: { ...headers }, body };
  signAws(head, how, Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, new Secret(value)])), facts);
  return head;
}
const signatureOf = ({ headers }: RequestHead) => /Signature=(\w+)$/.exec(headers["authorization"] ?? "")?.[1];
const signedNames = ({ headers }: RequestHead) => /SignedHeaders=([\w;-]+)/.exec(headers["authorization"] ?? "")?.[1];

describe("Amazon's published examples", () => {
  it.each<[string, Given, Record<string, string>, string, string]>([
    ["S3: get a bucket's lifecycle", { url: "https://examplebucket.s3.amazonaws.com/?lifecycle" }, s3Keys, "2013-05-24T00:00:00Z", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"],
    ["S3: list objects", { url: "https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J" }, s3Keys, "2013-05-24T00:00:00Z", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"],
    ["IAM: list users", { url: "https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08", headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" } }, suiteKeys, "2015-08-30T12:36:00Z", "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"],
  ])("%s", (_name, given, keys, at, signature) => {
    expect(signatureOf(signed(given, keys, at))).toBe(signature);
  });

  it("of the test suite, with its service that does not exist", () => {
    const head = signed({ url: "https://example.amazonaws.com/" }, suiteKeys, "2015-08-30T12:36:00Z", { in: "aws_sigv4", services: { example: "service" } });
    expect(head.headers).toEqual({
      "x-amz-date": "20150830T123600Z",
      authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    });
  });
});

describe("what is signed", () => {
  const sqs = "https://sqs.eu-west-1.amazonaws.com/";
  it("is the body, whatever it is written as", () => {
    const text = signed({ url: sqs, method: "POST", headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.ListQueues" }, body: "{}" });
    const bytes = signed({ url: sqs, method: "POST", headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.ListQueues" }, body: Buffer.from("{}") });
    const other = signed({ url: sqs, method: "POST", headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.ListQueues" }, body: "{ }" });
    expect(signatureOf(text)).toBe(signatureOf(bytes));
    expect(signatureOf(text)).not.toBe(signatureOf(other));
    expect(signedNames(text)).toContain("x-amz-target");
    expect(text.headers).not.toHaveProperty("host");
    expect(text.headers).not.toHaveProperty("content-length");
  });

  it("leaves out what may change on its way", () => {
    expect(signedNames(signed({ url: sqs, headers: { "accept-encoding": "gzip", "user-agent": "x", range: "bytes=0-9", "x-request-id": "7" } }))).toBe("host;x-amz-date");
  });

  it("has the session's token, and nothing that the caller forged", () => {
    const head = signed({ url: sqs, headers: { Authorization: "forged", "X-Amz-Date": "forged", "x-amz-security-token": "forged", "x-amz-content-sha256": "forged" } }, { ...s3Keys, session_token: "of-the-session" });
    expect(head.headers["x-amz-security-token"]).toBe("of-the-session");
    expect(JSON.stringify(head.headers)).not.toContain("forged");
    expect(signedNames(head)).toBe("host;x-amz-date;x-amz-security-token");
  });

  it("is S3's body only where it is at hand", () => {
    const put = { url: "https://files.s3.eu-central-1.amazonaws.com/a%20b.txt", method: "PUT" };
    expect(signed({ ...put, body: "hello" }).headers["x-amz-content-sha256"]).toBe("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    const streamed = signed({ ...put, body: Readable.from(["hello"]) });
    expect(streamed.headers).toMatchObject({ "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "content-type": "application/octet-stream", authorization: expect.stringContaining("/eu-central-1/s3/") });
  });

  it("cannot be a stream for any other service", () => {
    expect(() => signed({ url: sqs, method: "POST", body: Readable.from(["{}"]) })).toThrow(expect.objectContaining({ code: "INVALID_REQUEST", message: expect.stringContaining("sqs") }));
  });

  it("is said for hosts that are not Amazon's, or refused", () => {
    expect(() => signed({ url: "https://minio.example.com/bucket" })).toThrow(/not one of Amazon's hosts/);
    const head = signed({ url: "https://minio.example.com/bucket" }, s3Keys, "2013-05-24T00:00:00Z", { in: "aws_sigv4", fallback: { service: "s3", region: "{region}" } }, { region: "eu-west-3" });
    expect(head.headers["authorization"]).toContain("/20130524/eu-west-3/s3/aws4_request");
  });
});

it.each([
  ["sqs.eu-west-1.amazonaws.com", "sqs", "eu-west-1"],
  ["sts.amazonaws.com", "sts", "us-east-1"],
  ["sts.cn-north-1.amazonaws.com.cn", "sts", "cn-north-1"],
  ["sqs.us-gov-west-1.amazonaws.com", "sqs", "us-gov-west-1"],
  ["files.s3.us-east-2.amazonaws.com", "s3", "us-east-2"],
  ["a.b.s3.us-east-2.amazonaws.com", "s3", "us-east-2"],
  ["s3.dualstack.us-west-2.amazonaws.com", "s3", "us-west-2"],
  ["s3-us-west-2.amazonaws.com", "s3", "us-west-2"],
  ["files.s3.amazonaws.com", "s3", "us-east-1"],
  ["search-x-abc.eu-west-1.es.amazonaws.com", "es", "eu-west-1"],
  ["abc123.execute-api.eu-west-1.amazonaws.com", "execute-api", "eu-west-1"],
  ["email.eu-west-1.amazonaws.com", "ses", "eu-west-1"],
  ["bedrock-runtime.us-east-1.amazonaws.com", "bedrock", "us-east-1"],
  ["kms-fips.us-east-1.amazonaws.com", "kms", "us-east-1"],
  ["ec2.us-east-1.api.aws", "ec2", "us-east-1"],
])("%s is signed for %s in %s", (host, service, region) => {
  expect(readAwsHost(host)).toEqual({ service, region });
});

it.each(["amazonaws.com", "sqs.eu-west-1.amazonaws.com.evil.com", "evilamazonaws.com", "localhost"])("%s is not Amazon's", (host) => {
  expect(readAwsHost(host)).toBeNull();
});
