import type { Connector } from "../connector";
import { amazonKey, amazonVerification, regionInput } from "../families/amazon";
import { awsSnsOperations } from "./aws-sns.operations";

const checkedOn = "2026-11-21";

export const awsSns: Connector = {
  slug: "aws-sns",
  name: "Amazon SNS",
  category: "cloud",
  description: "Publish messages to topics and phones, and manage who gets them",
  synonyms: ["sns", "notification", "pubsub", "publish", "topic", "sms", "send sms", "push"],
  website: "https://aws.amazon.com/sns/",
  docsUrl: "https://docs.aws.amazon.com/sns/latest/api/welcome.html",
  sources: [
    { url: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", checkedOn },
    { url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html", checkedOn },
    { url: "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html", checkedOn },
    { url: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html", checkedOn },
  ],
  popularity: 68,
  inputs: [regionInput],
  auth: [amazonKey({ permissions: { text: "Give the user a policy for the topics alone: sns:ListTopics, sns:ListSubscriptions, sns:Publish and sns:Subscribe." }, signing: { fallback: { service: "sns", region: "{region}" } } })],
  api: {
    baseUrl: "https://sns.{region}.amazonaws.com",
    hosts: ["sts.{region}.amazonaws.com"],
    errors: { code: "Error.Code", message: "Error.Message" },
  },
  verify: amazonVerification,
  operations: awsSnsOperations,
  settings: [],
  rateLimit: { summary: "300 to 30,000 messages a second, by region" },
  defaultVisibility: "workspace",
};
