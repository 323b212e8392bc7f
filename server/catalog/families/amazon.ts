import type { ApiKey, AwsSigV4, Connector, Field, GuideStep } from "../connector";

/** Where the account's things are. China has an Amazon of its own, with other hosts and other keys. */
export const regionInput: Field = {
  key: "region",
  label: "Region",
  secret: false,
  required: true,
  example: "eu-west-1",
  help: "The code of the region, as the console shows it at the top right.",
  where: { text: "List of regions", url: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html" },
  pattern: "(af|ap|ca|eu|il|me|mx|sa|us)(-gov)?-[a-z]{4,9}-[1-9]",
  patternHint: "Write the region's code, such as eu-west-1.",
};

const fields: Field[] = [
  {
    key: "access_key_id",
    label: "Access key ID",
    secret: false,
    required: true,
    example: "AKIAIOSFODNN7EXAMPLE",
    where: { text: "IAM, Users, Security credentials", url: "https://console.aws.amazon.com/iam/home#/users" },
    looksLike: "A[A-Z0-9]{15,31}",
    looksLikeHint: "An access key ID has about 20 capitals and digits, and begins with AKIA or ASIA.",
  },
  { key: "secret_access_key", label: "Secret access key", secret: true, required: true, example: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" },
  { key: "session_token", label: "Session token", secret: true, required: false, example: "IQoJb3JpZ2luX2VjEXAMPLETOKEN", help: "Only for temporary keys, which begin with ASIA. They end after hours, so a key of an IAM user is better here." },
];

/** A key of an IAM user that signs every request. `permissions` is one step: what to allow it. */
export function amazonKey({ permissions, signing }: { permissions: GuideStep; signing: Omit<AwsSigV4, "in"> }): ApiKey {
  return {
    kind: "api_key",
    label: "Access key",
    guide: [
      { text: "In the IAM console create a user for Patchbay, without access to the console.", url: "https://console.aws.amazon.com/iam/home#/users" },
      permissions,
      { text: "Open the user, Security credentials, and press Create access key. Choose Application running outside AWS." },
      { text: "Copy the access key ID and the secret access key: Amazon shows the secret only now." },
    ],
    fields,
    placement: { in: "aws_sigv4", ...signing },
  };
}

/** Needs no permission at all, and no key that works is refused. */
export const amazonVerification: NonNullable<Connector["verify"]> = {
  method: "GET",
  host: "sts.{region}.amazonaws.com",
  path: "/?Action=GetCallerIdentity&Version=2011-06-15",
  account: { id: ["GetCallerIdentityResponse.GetCallerIdentityResult.Arn"], label: ["GetCallerIdentityResponse.GetCallerIdentityResult.Arn"] },
  errors: { code: "Error.Code", message: "Error.Message" },
  hints: [
    { code: "InvalidClientTokenId", message: "Amazon does not know this access key ID. It may have been deleted, or belong to temporary keys whose session token is missing." },
    { code: "SignatureDoesNotMatch", message: "The secret access key does not belong to this access key ID. Copy both again." },
    { code: "ExpiredToken", message: "These temporary keys have run out. Use the key of an IAM user, which does not." },
    { code: "RegionDisabledException", message: "This region is switched off in the account. Use another, or enable it under Account, AWS Regions." },
  ],
};
