import type { KeyObject } from "node:crypto";
import type { AuthOption, Connector, Field } from "@/server/catalog/connector";
import { fieldExample } from "@/server/catalog/field-example";
import type { SampleAnswer, TokenSample, WaySample } from "@/server/catalog/samples/sample";
import type { Play, Step } from "./testing-sample-vendor";

/** One way to connect one connector, with its sample. */
export type Way = { slug: string; connector: Connector; option: AuthOption; sample: WaySample };

/** Keys that really sign, for forms that ask for one. */
export type TestKeys = { privateKey: KeyObject; pem: string; certificate: string };

/** What a person enters: the form's own examples, or what the sample has in their place, and real keys. */
export function enteredValues({ connector, option, sample }: Way, keys: TestKeys): Record<string, string> {
  const fields = new Map([...connector.inputs, ...("fields" in option ? option.fields : [])].map((field) => [field.key, field]));
  return Object.fromEntries([...fields.values()].map((field) => [field.key, sample.values?.[field.key] ?? keyFor(option, field, keys) ?? fieldExample(field)]).filter(([, value]) => value !== ""));
}

function keyFor(option: AuthOption, field: Field, { pem, certificate }: TestKeys): string | undefined {
  if (option.kind !== "service_account") return undefined;
  const { assertion } = option;
  if (field.key === assertion?.privateKey) return pem;
  if (field.key === assertion?.certificate) return certificate;
  if (field.key === assertion?.passphrase) return "";
  if (!field.jsonKeys?.includes("private_key")) return undefined;
  return JSON.stringify({ type: "service_account", project_id: "acme-project", private_key_id: "0123456789abcdef", private_key: pem, client_email: "robot@acme-project.iam.gserviceaccount.com", client_id: "100000000000000000001", token_uri: "https://evil.example.com/token" });
}

/** Every value that is entered secretly, and the tokens: none may stand where the sample does not say so. */
export function secretsOf({ option, sample }: Way, entered: Readonly<Record<string, string>>): string[] {
  const fields = "fields" in option ? option.fields.filter((field) => field.secret) : [];
  const tokens = [sample.token?.reads, sample.exchange?.reads].flatMap((reads) => (reads ? [reads.accessToken, reads.refreshToken ?? ""] : []));
  return [...fields.map((field) => entered[field.key] ?? ""), ...tokens].filter((secret) => secret.length >= 6);
}

type Ending = { tokenRefused: SampleAnswer } | { refused: SampleAnswer } | { alternative: number } | "connected";

/** The requests that connecting makes, in their order, up to the given end. */
export function stepsOf({ sample, connector, option }: Way, ending: Ending): Step[] {
  const { token, exchange, lookup, verify, alternatives = [] } = sample;
  if (typeof ending === "object" && "tokenRefused" in ending) return token ? [tokenStep(token, ending.tokenRefused)] : [];
  const before = [...(token ? [tokenStep(token)] : []), ...(exchange ? [{ ...tokenStep(exchange), accessToken: token?.reads.accessToken }] : []), ...(lookup ? [plain(lookup)] : [])];
  if (ending === "connected") return [...before, plain(verify)];
  if ("alternative" in ending) {
    const asked = [verify, ...alternatives].slice(0, ending.alternative + 2);
    return [...before, ...asked.map((call, index) => (index === asked.length - 1 ? plain(call) : plain(call, denied)))];
  }
  const isDenied = (ending.refused.status === 403 || ending.refused.status === 404) && (connector.verify?.perKind?.[option.kind] ?? connector.verify)?.alternatives !== undefined;
  return [...before, ...[verify, ...(isDenied ? alternatives : [])].map((call) => plain(call, ending.refused))];
}

const denied: SampleAnswer = { status: 403, body: {} };
const plain = (say: WaySample["verify"], answer = say.answer): Step => ({ say, answer, isTokenCall: false });
const tokenStep = (say: TokenSample, answer = say.answer): Step => ({ say, answer, isTokenCall: true });

/** What the stand-in plays for a way and its end. */
export function playOf(way: Way, keys: TestKeys, entered: Readonly<Record<string, string>>, ending: Ending): Play {
  const reads = way.sample.exchange?.reads ?? way.sample.token?.reads;
  const values: Record<string, string> = { ...entered, ...way.sample.facts, ...(reads ? { access_token: reads.accessToken } : {}) };
  return { steps: stepsOf(way, ending), values, secrets: secretsOf(way, entered), privateKey: keys.privateKey };
}
