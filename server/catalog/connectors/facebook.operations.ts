import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 25, description: "How many at most." };
const fields = (examples: string[]): OperationInput => ({ in: "query", list: "comma", type: "array", items: { type: "string" }, default: examples, description: "Which fields to bring." });
const post: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{1,20}(_\\d{1,20})?$", description: "The post's id, with the Page's before it.", examples: ["102938475610293_122093847561029"] };
const comment: OperationInput = { in: "path", type: "string", isRequired: true, pattern: "^\\d{1,20}(_\\d{1,20})?$", description: "The comment's id.", examples: ["122093847561029_1029384756"] };
const message = (example: string): OperationInput => ({ in: "body", type: "string", minLength: 1, maxLength: 63_206, examples: [example] });
const postFields = fields(["id", "message", "created_time", "permalink_url", "status_type"]);
const list = { method: "GET", answer: { pick: "data" }, paging: true, isReadOnly: true } as const;

export const facebookOperations: Operation[] = [
  { name: "get_page", title: "Get the Page", group: "Page", method: "GET", path: "/v26.0/{page_id}", inputs: { fields: fields(["id", "name", "about", "category", "followers_count", "fan_count", "link"]) }, isReadOnly: true },
  {
    name: "get_page_insights",
    title: "See the Page's figures",
    group: "Page",
    method: "GET",
    path: "/v26.0/{page_id}/insights",
    inputs: {
      metrics: { in: "query", as: "metric", list: "comma", type: "array", isRequired: true, minItems: 1, items: { type: "string" }, description: "Such as page_post_engagements, page_follows.", examples: [["page_post_engagements"]] },
      period: { in: "query", type: "string", enum: ["day", "week", "days_28"], default: "day" },
      since: { in: "query", type: "string", format: "date" },
      until: { in: "query", type: "string", format: "date" },
    },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  { ...list, name: "list_posts", title: "List the Page's posts", group: "Posts", path: "/v26.0/{page_id}/posts", inputs: { limit, fields: postFields, since: { in: "query", type: "string", format: "date" }, until: { in: "query", type: "string", format: "date" } } },
  { ...list, name: "list_scheduled_posts", title: "List posts that are scheduled", group: "Posts", path: "/v26.0/{page_id}/scheduled_posts", inputs: { limit, fields: fields(["id", "message", "scheduled_publish_time"]) } },
  { name: "get_post", title: "Get a post", group: "Posts", method: "GET", path: "/v26.0/{{post}}", inputs: { post, fields: fields(["id", "message", "created_time", "permalink_url", "shares", "likes.summary(true).limit(0)", "comments.summary(true).limit(0)"]) }, isReadOnly: true },
  {
    name: "create_post",
    title: "Create a post",
    description: "With a text, a link, or both.",
    group: "Posts",
    method: "POST",
    path: "/v26.0/{page_id}/feed",
    inputs: {
      message: message("We open at nine tomorrow."),
      link: { in: "body", type: "string", format: "uri", description: "A page to share." },
      published: { in: "body", type: "boolean", default: true, description: "False keeps it as a draft, or for later with scheduled_publish_time." },
      scheduled_publish_time: { in: "body", type: "integer", description: "In seconds since 1970, from 10 minutes to 30 days ahead. Needs published: false." },
    },
    needsOneOf: [["message", "link"]],
    body: { type: "json" },
    isReadOnly: false,
  },
  {
    name: "post_photo",
    title: "Post a photo",
    group: "Posts",
    method: "POST",
    path: "/v26.0/{page_id}/photos",
    inputs: {
      url: { in: "body", type: "string", format: "uri", isRequired: true, description: "Where Facebook fetches the photo; it has to be public.", examples: ["https://example.com/photo.jpg"] },
      caption: { in: "body", type: "string" },
      published: { in: "body", type: "boolean", default: true },
      alt_text_custom: { in: "body", type: "string", description: "What the photo shows, for those who cannot see it." },
    },
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "update_post", title: "Change the text of a post", group: "Posts", method: "POST", path: "/v26.0/{{post}}", inputs: { post, message: { ...message("We open at ten tomorrow."), isRequired: true } }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_post", title: "Delete a post", group: "Posts", method: "DELETE", path: "/v26.0/{{post}}", inputs: { post }, isReadOnly: false, isDestructive: true, isIdempotent: true },
  {
    ...list,
    name: "list_comments",
    title: "List comments on a post",
    group: "Comments",
    path: "/v26.0/{{post}}/comments",
    inputs: { post, limit, fields: fields(["id", "message", "from", "created_time", "like_count"]), filter: { in: "query", type: "string", enum: ["toplevel", "stream"], default: "toplevel", description: "With stream, answers to comments too." }, order: { in: "query", type: "string", enum: ["chronological", "reverse_chronological"], default: "reverse_chronological" } },
  },
  { name: "comment", title: "Comment on a post, or answer a comment", description: "As the Page.", group: "Comments", method: "POST", path: "/v26.0/{{on}}/comments", inputs: { on: { ...post, description: "The post's id, or a comment's." }, message: { ...message("Thank you!"), isRequired: true } }, body: { type: "json" }, isReadOnly: false },
  { name: "delete_comment", title: "Delete a comment", group: "Comments", method: "DELETE", path: "/v26.0/{{comment}}", inputs: { comment }, isReadOnly: false, isDestructive: true, isIdempotent: true },
];
