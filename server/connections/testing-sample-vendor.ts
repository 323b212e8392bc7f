import { createHash } from "node:crypto";
import type { SampleAnswer, SampleCall } from "@/server/catalog/samples/sample";
import type { Egress } from "@/server/lib/http/egress";
import { type CallMatch, compareCall, type MeantRequest } from "./testing-sample-call";
import { startTestVendor } from "./testing";

/** One expected request: what the sample says of it, and what is answered. */
export type Step = { say: SampleCall; answer: SampleAnswer; isTokenCall: boolean; /** While another token than the last counts. */ accessToken?: string | undefined };

/** The values may grow while it plays: a verifier is known once it is sent. */
export type Play = Pick<CallMatch, "secrets" | "privateKey"> & { steps: Step[]; values: Record<string, string>; codeChallenge?: string | undefined };

export type SampleVendor = {
  /** Sends whatever is meant for any vendor here; the addresses are vetted as ever. */
  divert(egress: Egress): Egress;
  /** Plays these steps in their order while `act` runs, and returns what was wrong with the requests. */
  play<T>(play: Play, act: () => Promise<T>): Promise<{ result: T; problems: string[] }>;
  close(): Promise<void>;
};

const meantHeader = "x-meant-for";

/** One stand-in for every vendor. A request that is not the next of its play is answered with a 418 and the reason. */
export async function startSampleVendor(): Promise<SampleVendor> {
  const vendor = await startTestVendor();
  return {
    divert: (egress) => ({
      ...egress,
      request: (input) => {
        const meant = egress.checkUrl(input.url);
        const url = new URL(`${meant.pathname}${meant.search}`, vendor.origin);
        return egress.request({ ...input, url, headers: { ...input.headers, [meantHeader]: meant.origin } });
      },
    }),
    play: async (play, act) => {
      const problems: string[] = [];
      const left = [...play.steps];
      vendor.answer(async (given) => {
        const request = { ...given, origin: String(given.headers[meantHeader]) };
        const step = left.shift();
        const found = step ? await judge(step, request, play).catch((error: unknown) => [String(error)]) : [`${request.method} ${request.origin}${request.path} was not expected`];
        problems.push(...found);
        return step && found.length === 0 ? step.answer : { status: 418, body: { problems: found } };
      });
      const result = await act();
      return { result, problems: [...problems, ...left.map(({ say }) => `${say.call} was never asked`)] };
    },
    close: () => vendor.close(),
  };
}

async function judge(step: Step, request: MeantRequest, play: Play): Promise<string[]> {
  const { values, codeChallenge, secrets, privateKey } = play;
  const unproven = step.isTokenCall && codeChallenge !== undefined ? takeVerifier(request, codeChallenge, values) : [];
  return [...unproven, ...(await compareCall(step.say, request, { values: step.accessToken === undefined ? values : { ...values, access_token: step.accessToken }, secrets, privateKey, isTokenCall: step.isTokenCall }))];
}

/** RFC 7636 §4.6. */
function takeVerifier({ body }: MeantRequest, codeChallenge: string, values: Record<string, string>): string[] {
  const verifier = new URLSearchParams(body).get("code_verifier") ?? /"code_verifier":"([\w.~-]+)"/.exec(body)?.[1];
  if (verifier === undefined) return [];
  values["code_verifier"] = verifier;
  return createHash("sha256").update(verifier).digest("base64url") === codeChallenge ? [] : ["the verifier does not match the challenge"];
}
