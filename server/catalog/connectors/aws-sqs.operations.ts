import type { Operation, OperationInput } from "../operation";

const target = (action: string) => ({ "x-amz-target": `AmazonSQS.${action}`, "content-type": "application/x-amz-json-1.0" });
const queue: OperationInput = { in: "body", as: "QueueUrl", type: "string", format: "uri", isRequired: true, description: "The queue's URL, as listing queues tells it.", examples: ["https://sqs.eu-west-1.amazonaws.com/123456789012/orders"] };
const group: OperationInput = { in: "body", as: "MessageGroupId", type: "string", maxLength: 128, description: "For FIFO queues: messages of one group keep their order." };
const deduplication: OperationInput = { in: "body", as: "MessageDeduplicationId", type: "string", maxLength: 128, description: "For FIFO queues: of two messages with the same id within five minutes, one is kept." };
const messageAttributes: OperationInput = { in: "body", as: "MessageAttributes", type: "object", additionalProperties: true, description: "By name, each with DataType and StringValue." };

export const awsSqsOperations: Operation[] = [
  { name: "list_queues", title: "List queues", group: "Queues", method: "POST", path: "/", headers: target("ListQueues"), inputs: { prefix: { in: "body", as: "QueueNamePrefix", type: "string" }, limit: { in: "body", as: "MaxResults", type: "integer", minimum: 1, maximum: 1000, default: 100 }, next_token: { in: "body", as: "NextToken", type: "string", description: "NextToken of the page before." } }, body: { type: "json" }, isReadOnly: true },
  { name: "get_queue_url", title: "Find a queue by its name", group: "Queues", method: "POST", path: "/", headers: target("GetQueueUrl"), inputs: { name: { in: "body", as: "QueueName", type: "string", isRequired: true, pattern: "^[\\w.-]{1,80}$", examples: ["orders"] } }, body: { type: "json" }, isReadOnly: true },
  { name: "get_queue", title: "See a queue's settings and length", group: "Queues", method: "POST", path: "/", headers: target("GetQueueAttributes"), inputs: { queue }, body: { type: "json", value: { AttributeNames: ["All"] } }, answer: { pick: "Attributes" }, isReadOnly: true },
  {
    name: "send_message",
    title: "Send a message",
    group: "Messages",
    method: "POST",
    path: "/",
    headers: target("SendMessage"),
    inputs: {
      queue,
      body: { in: "body", as: "MessageBody", type: "string", minLength: 1, maxLength: 1_048_576, isRequired: true, description: "Any text, often JSON.", examples: ['{"order":"1001"}'] },
      delay_seconds: { in: "body", as: "DelaySeconds", type: "integer", minimum: 0, maximum: 900, description: "How long nobody may receive it. FIFO queues have one delay for all." },
      attributes: messageAttributes,
      group,
      deduplication_id: deduplication,
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "receive_messages",
    title: "Receive messages",
    description: "They stay hidden from others for a while; delete each one that was dealt with.",
    group: "Messages",
    method: "POST",
    path: "/",
    headers: target("ReceiveMessage"),
    inputs: {
      queue,
      limit: { in: "body", as: "MaxNumberOfMessages", type: "integer", minimum: 1, maximum: 10, default: 10 },
      wait_seconds: { in: "body", as: "WaitTimeSeconds", type: "integer", minimum: 0, maximum: 20, default: 0, description: "How long to wait for the first." },
      hidden_seconds: { in: "body", as: "VisibilityTimeout", type: "integer", minimum: 0, maximum: 43_200, description: "How long nobody else receives them." },
    },
    body: { type: "json", value: { MessageAttributeNames: ["All"], MessageSystemAttributeNames: ["All"] } },
    answer: { pick: "Messages" },
    isReadOnly: false,
  },
  { name: "delete_message", title: "Delete a message that was received", group: "Messages", method: "POST", path: "/", headers: target("DeleteMessage"), inputs: { queue, receipt_handle: { in: "body", as: "ReceiptHandle", type: "string", isRequired: true, description: "ReceiptHandle of the message.", examples: ["AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a"] } }, body: { type: "json" }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  { name: "return_message", title: "Change how long a message stays hidden", description: "With 0 others receive it at once.", group: "Messages", method: "POST", path: "/", headers: target("ChangeMessageVisibility"), inputs: { queue, receipt_handle: { in: "body", as: "ReceiptHandle", type: "string", isRequired: true, examples: ["AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a"] }, hidden_seconds: { in: "body", as: "VisibilityTimeout", type: "integer", minimum: 0, maximum: 43_200, isRequired: true, examples: [0] } }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "purge_queue", title: "Empty a queue", description: "All of its messages are gone.", group: "Queues", method: "POST", path: "/", headers: target("PurgeQueue"), inputs: { queue }, body: { type: "json" }, isReadOnly: false, isDestructive: true, isIdempotent: true },
];
