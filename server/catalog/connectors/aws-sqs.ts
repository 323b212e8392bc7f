import type { Connector } from "../connector";
import { amazonKey, amazonVerification, regionInput } from "../families/amazon";
import { awsSqsOperations } from "./aws-sqs.operations";

const checkedOn = "2026-11-21";

export const awsSqs: Connector = {
  slug: "aws-sqs",
  name: "Amazon SQS",
  category: "cloud",
  description: "Send, receive and delete messages in the queues of an AWS account",
  synonyms: ["sqs", "queue", "message queue", "aws queue", "send message", "fifo", "worker"],
  website: "https://aws.amazon.com/sqs/",
  docsUrl: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html",
  sources: [
    { url: "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", checkedOn },
    { url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html", checkedOn },
    { url: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html", checkedOn },
  ],
  popularity: 74,
  inputs: [regionInput],
  auth: [amazonKey({ permissions: { text: "Give the user a policy for the queues alone: sqs:ListQueues, sqs:GetQueueUrl, sqs:GetQueueAttributes, sqs:SendMessage, sqs:ReceiveMessage and sqs:DeleteMessage." }, signing: { fallback: { service: "sqs", region: "{region}" } } })],
  api: {
    baseUrl: "https://sqs.{region}.amazonaws.com",
    hosts: ["sts.{region}.amazonaws.com"],
    errors: { code: "__type", message: "message" },
  },
  verify: amazonVerification,
  operations: awsSqsOperations,
  settings: [],
  rateLimit: { summary: "3,000 calls a second for FIFO queues, nearly without limit for standard ones" },
  defaultVisibility: "workspace",
};
