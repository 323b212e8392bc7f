/** What a request to AWS is signed for. */
export type AwsScope = { service: string; region: string };

/** `us-east-1`, `us-gov-west-1`, `us-isob-east-1`, `ap-southeast-2`. */
const regionShape = /^[a-z]{2}(-gov|-iso[a-z]?)?-[a-z]{4,12}-\d$/;

/** Hosts that sign under another name than they have. */
const signingNames: Record<string, string> = {
  email: "ses",
  "bedrock-runtime": "bedrock",
  "bedrock-agent": "bedrock",
  "bedrock-agent-runtime": "bedrock",
  "s3-control": "s3",
};

/**
 * Service and region out of an Amazon host: `sqs.eu-west-1.amazonaws.com`, `files.s3.us-east-2.amazonaws.com`,
 * `search-x.eu-west-1.es.amazonaws.com`, `iam.amazonaws.com` (which is us-east-1's). Null for anybody else's.
 */
export function readAwsHost(host: string, services: Readonly<Record<string, string>> = {}): AwsScope | null {
  const [, front] = /^(.+)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.exec(host.toLowerCase()) ?? [];
  if (front === undefined) return null;
  const labels = front.split(".").filter((label) => label !== "dualstack");
  const place = labels.findIndex((label) => regionShape.test(label));
  const legacy = labels.map((label) => /^s3-(.+)$/.exec(label)?.[1] ?? "").find((label) => regionShape.test(label));
  if (place === -1 && legacy !== undefined) return { service: "s3", region: legacy };
  const name = (place === -1 ? labels.at(-1) : (labels[place + 1] ?? labels[place - 1]))?.replace(/-fips$/, "") ?? "";
  return { service: services[name] ?? signingNames[name] ?? name, region: labels[place] ?? "us-east-1" };
}
