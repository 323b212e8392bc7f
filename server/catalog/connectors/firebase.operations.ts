import type { BodyTemplate, Operation, OperationInput } from "../operation";

const send = "/v1/projects/{project_id}/messages:send";
const auth = "identitytoolkit.googleapis.com";
const firestore = "firestore.googleapis.com";
const documents = "/v1/projects/{project_id}/databases/{{database}}/documents/{{collection}}";
const content = {
  title: { in: "body", type: "string", maxLength: 500, examples: ["Build failed"] },
  text: { in: "body", type: "string", maxLength: 3_000, examples: ["The nightly build is red."] },
  image: { in: "body", type: "string", format: "uri", description: "The address of a picture." },
  data: { in: "body", type: "object", additionalProperties: { type: "string" }, description: "Values for the app itself, all of them texts. 4,096 bytes together with the rest." },
  priority: { in: "body", type: "string", enum: ["NORMAL", "HIGH"], description: "For Android: HIGH wakes a sleeping device." },
  validate_only: { in: "body", as: "validateOnly", type: "boolean", default: false, description: "Only look whether the message is good, and send nothing." },
} satisfies Record<string, OperationInput>;
const message = (target: { [key: string]: string }): BodyTemplate => ({
  type: "json",
  value: { message: { ...target, notification: { title: "{{title}}", body: "{{text}}", image: "{{image}}" }, data: "{{data}}", android: { priority: "{{priority}}" } } },
});
const topic: OperationInput = { in: "body", type: "string", isRequired: true, pattern: "^[a-zA-Z0-9_.~%-]{1,900}$", description: "Without /topics/ before it.", examples: ["builds"] };
const registration: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[\\w:-]{10,4096}$", description: "The device's registration token.", examples: ["bk3RNwTe3H0:CI2k_HHwgIpoDKCIZvvDMExUdFQ3P1"] };
const database: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^(\\(default\\)|[a-z][a-z0-9-]{3,62})$", default: "(default)", description: "The Firestore database.", examples: ["(default)"] };
const collection: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^[^/]{1,500}$", description: "The name of a collection at the top.", examples: ["orders"] };
const values: OperationInput = {
  in: "body",
  type: "object",
  isRequired: true,
  additionalProperties: { type: "object", additionalProperties: true },
  description: "By name, each with its type: {\"stringValue\": \"paid\"}, {\"integerValue\": \"3\"}, {\"booleanValue\": true}, {\"timestampValue\": \"2026-12-01T10:00:00Z\"}.",
  examples: [{ state: { stringValue: "paid" } }],
};

export const firebaseOperations: Operation[] = [
  {
    name: "send_to_device",
    title: "Send a push notification to a device",
    description: "When Google answers UNREGISTERED the app was removed from the device: forget the token.",
    group: "Messaging",
    method: "POST",
    path: send,
    inputs: { token: { ...registration, in: "body" }, ...content },
    needsOneOf: [["title", "text", "data"]],
    body: message({ token: "{{token}}" }),
    isReadOnly: false,
  },
  { name: "send_to_topic", title: "Send a push notification to a topic", group: "Messaging", method: "POST", path: send, inputs: { topic, ...content }, needsOneOf: [["title", "text", "data"]], body: message({ topic: "{{topic}}" }), isReadOnly: false },
  {
    name: "send_to_condition",
    title: "Send a push notification to several topics",
    group: "Messaging",
    method: "POST",
    path: send,
    inputs: { condition: { in: "body", type: "string", isRequired: true, minLength: 3, maxLength: 1_000, description: "Up to five topics.", examples: ["'builds' in topics && !('muted' in topics)"] }, ...content },
    needsOneOf: [["title", "text", "data"]],
    body: message({ condition: "{{condition}}" }),
    isReadOnly: false,
  },
  {
    name: "subscribe_to_topic",
    title: "Put a device on a topic",
    description: "Google answers 409 when it is on it already.",
    group: "Messaging",
    method: "POST",
    path: "/v1/projects/{project_id}/registrations/{{registration}}/topicSubscriptions",
    inputs: { registration, topic: { ...topic, in: "query", as: "topicName" } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  { name: "unsubscribe_from_topic", title: "Take a device off a topic", group: "Messaging", method: "DELETE", path: "/v1/projects/{project_id}/registrations/{{registration}}/topicSubscriptions/{{topic}}", inputs: { registration, topic: { ...topic, in: "path" } }, isReadOnly: false, isDestructive: true },
  {
    name: "list_users",
    title: "List users",
    group: "Users",
    method: "GET",
    host: auth,
    path: "/v1/projects/{project_id}/accounts:batchGet",
    inputs: { limit: { in: "query", as: "maxResults", type: "integer", minimum: 1, maximum: 1_000, default: 100, description: "How many at most." } },
    answer: { pick: "users" },
    paging: { kind: "cursor", param: "nextPageToken", path: "nextPageToken" },
    isReadOnly: true,
  },
  {
    name: "find_user",
    title: "Find users by address or id",
    group: "Users",
    method: "POST",
    host: auth,
    path: "/v1/projects/{project_id}/accounts:lookup",
    inputs: { email: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string", format: "email" }, examples: [["ada@example.com"]] }, localId: { in: "body", type: "array", minItems: 1, maxItems: 100, items: { type: "string" }, description: "Ids of users." } },
    needsOneOf: [["email", "localId"]],
    body: { type: "json" },
    answer: { pick: "users" },
    isReadOnly: true,
  },
  {
    name: "disable_user",
    title: "Lock a user out, or let them in again",
    group: "Users",
    method: "POST",
    host: auth,
    path: "/v1/projects/{project_id}/accounts:update",
    inputs: { localId: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 128, description: "The user's id.", examples: ["tRcfmLH7o2XrNELi0aMfdQ2jF9o2"] }, disableUser: { in: "body", type: "boolean", isRequired: true, examples: [true] } },
    body: { type: "json" },
    isReadOnly: false,
    isIdempotent: true,
  },
  {
    name: "list_documents",
    title: "List documents of a collection",
    group: "Firestore",
    method: "GET",
    host: firestore,
    path: documents,
    inputs: { database, collection, limit: { in: "query", as: "pageSize", type: "integer", minimum: 1, maximum: 300, default: 50, description: "How many at most." }, orderBy: { in: "query", type: "string", description: "Such as created desc." } },
    answer: { pick: "documents" },
    paging: true,
    isReadOnly: true,
  },
  { name: "get_document", title: "Get a document", group: "Firestore", method: "GET", host: firestore, path: `${documents}/{{document}}`, inputs: { database, collection, document: { ...collection, description: "The document's id.", examples: ["order-1042"] } }, isReadOnly: true },
  {
    name: "create_document",
    title: "Create a document",
    group: "Firestore",
    method: "POST",
    host: firestore,
    path: documents,
    inputs: { database, collection, documentId: { in: "query", type: "string", pattern: "^[^/]{1,500}$", description: "Firestore makes one when it is left out." }, fields: values },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "list_apps", title: "List apps of the project", group: "Project", method: "GET", host: "firebase.googleapis.com", path: "/v1beta1/projects/{project_id}:searchApps", inputs: { limit: { in: "query", as: "pageSize", type: "integer", minimum: 1, maximum: 100, default: 50, description: "How many at most." } }, answer: { pick: "apps" }, paging: true, isReadOnly: true },
  { name: "get_remote_config", title: "Get the remote config", group: "Project", method: "GET", host: "firebaseremoteconfig.googleapis.com", path: "/v1/projects/{project_id}/remoteConfig", inputs: {}, isReadOnly: true },
];
