import type { Connector } from "../connector";
import { amazonKey, amazonVerification, regionInput } from "../families/amazon";
import { awsOperations } from "./aws.operations";

const checkedOn = "2026-11-21";

export const aws: Connector = {
  slug: "aws",
  name: "Amazon Web Services",
  category: "cloud",
  description: "Run functions, read logs, parameters and tables, and see what an AWS account costs",
  synonyms: ["aws", "amazon", "lambda", "dynamodb", "cloudwatch", "iam", "serverless", "cloud", "costs"],
  website: "https://aws.amazon.com",
  docsUrl: "https://docs.aws.amazon.com",
  sources: [
    { url: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", checkedOn },
    { url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html", checkedOn },
    { url: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html", checkedOn },
    { url: "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html", checkedOn },
  ],
  popularity: 91,
  inputs: [regionInput],
  auth: [amazonKey({ permissions: { text: "Give the user only the permissions that are needed, such as AWSLambda_ReadOnlyAccess and CloudWatchLogsReadOnlyAccess." }, signing: { fallback: { service: "sts", region: "{region}" } } })],
  api: {
    baseUrl: "https://sts.{region}.amazonaws.com",
    hosts: [
      "sts.{region}.amazonaws.com",
      "iam.amazonaws.com",
      "lambda.{region}.amazonaws.com",
      "dynamodb.{region}.amazonaws.com",
      "logs.{region}.amazonaws.com",
      "ssm.{region}.amazonaws.com",
      "secretsmanager.{region}.amazonaws.com",
      "ce.us-east-1.amazonaws.com",
      "*.{region}.amazonaws.com",
    ],
    errors: { code: "__type", message: "message" },
  },
  verify: amazonVerification,
  operations: awsOperations,
  settings: [],
  rateLimit: { summary: "By service, operation and region" },
  mcp: { url: "https://knowledge-mcp.global.api.aws", auth: "none", note: "Reads the documentation; it does not see the account." },
  defaultVisibility: "workspace",
};
