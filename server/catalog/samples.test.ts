import { describe, expect, it } from "vitest";
import type { CheckedCredential } from "@/server/connections/credential-check";
import { readVerification } from "@/server/connections/read-verification";
import { readTokenAnswer, type TokenReading } from "@/server/oauth/read-token-answer";
import type { AuthOption, Connector, Verification } from "./connector";
import { fieldExample } from "./field-example";
import { fieldFacts } from "./field-facts";
import { readAccount } from "./read-account";
import { readFacts } from "./read-facts";
import { connectors } from "./registry";
import { samples } from "./samples/read-samples";
import type { SampleAnswer, TokenSample } from "./samples/sample";

/** A database's driver and a mail server's are tested against the real thing. */
const speaksHttp = (connector: Connector, option: AuthOption) => connector.api !== undefined && option.kind !== "database" && !("driver" in option && option.driver !== undefined);

const ways = connectors.flatMap((connector) => connector.auth.filter((option) => speaksHttp(connector, option)).map((option) => ({ name: `${connector.slug} by ${option.kind}`, connector, option })));
const sampled = ways.flatMap((way) => {
  const sample = samples.get(way.connector.slug)?.[way.option.kind];
  return sample ? [{ ...way, sample }] : [];
});

it("has a sample of every way to connect that speaks HTTP, and none of anything else", () => {
  const wanted = ways.map(({ name }) => name).toSorted();
  const given = [...samples].flatMap(([slug, sample]) => Object.keys(sample).map((kind) => `${slug} by ${kind}`)).toSorted();
  expect(given).toEqual(wanted);
});

type Sampled = (typeof sampled)[number];

/** What is known of the connection when the verification is asked. */
function factsOf({ connector, option, sample }: Sampled): Record<string, string> {
  const fields = [...connector.inputs, ...("fields" in option ? option.fields : [])];
  const entered = Object.fromEntries(fields.map((field) => [field.key, sample.values?.[field.key] ?? fieldExample(field)]));
  return readFacts(connector, { ...entered, ...fieldFacts(option, entered), ...sample.facts });
}

function checkedOf(way: Sampled): CheckedCredential {
  return { connector: way.connector, option: way.option, credential: {}, facts: factsOf(way) };
}

const attemptsOf = ({ connector, option }: Sampled): Omit<Verification, "perKind" | "alternatives">[] => {
  const own = connector.verify?.perKind?.[option.kind] ?? connector.verify;
  return own ? [own, ...(own.alternatives ?? [])] : [];
};

/** A body that is text is whatever JSON it holds, or nothing. */
function answerOf({ status = 200, headers = {}, body }: SampleAnswer) {
  return { status, retryAfter: null, isHtml: /html/.test(headers["content-type"] ?? ""), body: typeof body === "string" ? parse(body) : body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How the definition of this way reads its token's answers; null where it has a sign-in of its own. */
function readingOf(option: AuthOption): TokenReading | null {
  if (option.kind === "oauth2") return { ...option, accessTtlSeconds: option.refresh.accessTtlSeconds, refreshTtlSeconds: option.refresh.refreshTtlSeconds };
  if (option.kind === "client_credentials") return option.signIn ? null : { accessTtlSeconds: 3_600, ...(option.tokenFacts ? { tokenFacts: option.tokenFacts } : {}) };
  return option.kind === "service_account" && option.tokenUrl !== undefined ? { accessTtlSeconds: 3_600, ...(option.tokenFacts ? { tokenFacts: option.tokenFacts } : {}) } : null;
}

const now = Date.UTC(2026, 10, 21);
const read = ({ status = 200, headers = {}, body }: SampleAnswer, how: TokenReading) => readTokenAnswer({ status, headers, text: typeof body === "string" ? body : JSON.stringify(body) }, how, now);

function expectTokens({ answer, reads }: TokenSample, how: TokenReading): void {
  const result = read(answer, how);
  if (result.kind !== "ok") throw new Error(result.detail);
  const { accessToken, refreshToken, expiresAt, refreshExpiresAt, scopes, facts } = result.tokens;
  const seconds = (date: Date | null) => (date === null ? null : (date.getTime() - now) / 1_000);
  expect({ accessToken: accessToken.reveal(), refreshToken: refreshToken?.reveal() ?? null, expiresInSeconds: seconds(expiresAt), refreshExpiresInSeconds: seconds(refreshExpiresAt), scopes, facts }).toEqual({
    refreshToken: null,
    refreshExpiresInSeconds: null,
    facts: {},
    ...reads,
  });
}

describe.each(sampled)("$name", (way) => {
  const { option, sample } = way;
  const { verify, account, alternatives = [], refused } = sample;

  it("says whose account it is", () => {
    const attempts = attemptsOf(way);
    expect(alternatives, "a sample for each alternative").toHaveLength(Math.max(0, attempts.length - 1));
    for (const [index, entry] of [{ ...verify, account }, ...alternatives].entries()) {
      const attempt = attempts[index];
      const { id, label } = attempt ? readAccount(attempt.account, answerOf(entry.answer).body, factsOf(way)) : { id: null, label: null };
      expect({ id, label: label ?? id }, entry.call).toEqual(entry.account);
      expect(attempt && readVerification(attempt, answerOf(entry.answer), checkedOf(way)), entry.call).toMatchObject({ kind: "ok" });
    }
  });

  it("knows a refusal when it sees one", () => {
    const [attempt] = attemptsOf(way);
    const check = attempt && readVerification(attempt, answerOf(refused), checkedOf(way));
    expect(check && "isDenied" in check ? check.refusal : check).toMatchObject({ kind: "refused", message: expect.stringMatching(/^[A-Z].*\.$/) as unknown });
  });

  it("has a token's sample exactly where it gets one", () => {
    const getsOne = option.kind === "oauth2" || option.kind === "client_credentials" || (option.kind === "service_account" && option.tokenUrl !== undefined);
    expect([sample.token !== undefined, sample.tokenRefused !== undefined]).toEqual([getsOne, getsOne]);
    const { lookup, exchange } = option.kind === "oauth2" ? option : {};
    expect([sample.lookup !== undefined, sample.exchange !== undefined]).toEqual([lookup !== undefined, exchange?.afterCode !== undefined]);
    expect(sample.authorize !== undefined).toBe(option.kind === "oauth2");
  });
});

/** A vendor's own sign-in is no OAuth: it is read only on its way through the door. */
const withTokens = sampled.flatMap(({ name, option, sample }) => {
  const how = readingOf(option);
  return how && sample.token ? [{ name, how, tokens: [sample.token, ...(sample.exchange ? [sample.exchange] : [])], refused: sample.tokenRefused ?? { body: null } }] : [];
});

describe.each(withTokens)("the token of $name", ({ how, tokens, refused }) => {
  it("is read with its lifetime, scopes and facts", () => {
    for (const token of tokens) expectTokens(token, how);
  });

  it("is missed when it is refused", () => expect(["rejected", "reauthorize"]).toContain(read(refused, how).kind));
});
