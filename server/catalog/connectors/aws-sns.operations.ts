import type { Operation, OperationInput } from "../operation";

const topic: OperationInput = { in: "body", as: "TopicArn", type: "string", isRequired: true, pattern: "^arn:[\\w-]+:sns:[\\w-]+:\\d{12}:[\\w.-]{1,256}$", description: "The topic's ARN.", examples: ["arn:aws:sns:eu-west-1:123456789012:orders"] };
const nextToken: OperationInput = { in: "body", as: "NextToken", type: "string", description: "NextToken of the page before." };
const action = (name: string) => ({ type: "form" as const, value: { Action: name, Version: "2010-03-31" } });
const message: OperationInput = { in: "body", as: "Message", type: "string", minLength: 1, isRequired: true, examples: ["Order 1001 was paid"] };

export const awsSnsOperations: Operation[] = [
  { name: "list_topics", title: "List topics", group: "Topics", method: "POST", path: "/", inputs: { next_token: nextToken }, body: action("ListTopics"), isReadOnly: true },
  { name: "get_topic", title: "See a topic's settings", group: "Topics", method: "POST", path: "/", inputs: { topic }, body: action("GetTopicAttributes"), isReadOnly: true },
  { name: "create_topic", title: "Create a topic", description: "One of the same name is left as it is.", group: "Topics", method: "POST", path: "/", inputs: { name: { in: "body", as: "Name", type: "string", isRequired: true, pattern: "^[\\w-]{1,256}(\\.fifo)?$", examples: ["orders"] } }, body: action("CreateTopic"), isReadOnly: false, isIdempotent: true },
  {
    name: "publish",
    title: "Publish a message to a topic",
    group: "Messages",
    method: "POST",
    path: "/",
    inputs: { topic, message, subject: { in: "body", as: "Subject", type: "string", maxLength: 100, description: "For those who get it by email." }, group: { in: "body", as: "MessageGroupId", type: "string", maxLength: 128, description: "For FIFO topics." }, deduplication_id: { in: "body", as: "MessageDeduplicationId", type: "string", maxLength: 128, description: "For FIFO topics." } },
    body: action("Publish"),
    isReadOnly: false,
  },
  {
    name: "send_sms",
    title: "Send a text message",
    group: "Messages",
    method: "POST",
    path: "/",
    inputs: { to: { in: "body", as: "PhoneNumber", type: "string", isRequired: true, pattern: "^\\+[1-9][0-9]{4,14}$", description: "With its country code.", examples: ["+491701234567"] }, message },
    body: action("Publish"),
    isReadOnly: false,
  },
  { name: "list_subscriptions", title: "List subscriptions", group: "Subscriptions", method: "POST", path: "/", inputs: { next_token: nextToken }, body: action("ListSubscriptions"), isReadOnly: true },
  { name: "list_topic_subscriptions", title: "List subscriptions of a topic", group: "Subscriptions", method: "POST", path: "/", inputs: { topic, next_token: nextToken }, body: action("ListSubscriptionsByTopic"), isReadOnly: true },
  {
    name: "subscribe",
    title: "Subscribe to a topic",
    description: "Addresses and web hooks are asked to confirm first.",
    group: "Subscriptions",
    method: "POST",
    path: "/",
    inputs: { topic, protocol: { in: "body", as: "Protocol", type: "string", isRequired: true, enum: ["email", "email-json", "https", "http", "sms", "sqs", "lambda", "application", "firehose"], examples: ["email"] }, endpoint: { in: "body", as: "Endpoint", type: "string", isRequired: true, description: "An email address, URL, phone number or ARN.", examples: ["ada@example.com"] } },
    body: { type: "form", value: { Action: "Subscribe", Version: "2010-03-31", ReturnSubscriptionArn: "true" } },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "unsubscribe", title: "End a subscription", group: "Subscriptions", method: "POST", path: "/", inputs: { subscription: { in: "body", as: "SubscriptionArn", type: "string", isRequired: true, pattern: "^arn:[^\\s]{10,400}$", examples: ["arn:aws:sns:eu-west-1:123456789012:orders:6b0e71bd-7e97-4d97-80ce-4a0994e55286"] } }, body: action("Unsubscribe"), isReadOnly: false, isDestructive: true, isIdempotent: true },
];
