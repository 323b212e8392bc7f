import type { Operation, OperationInput } from "../operation";

const limit: OperationInput = { in: "query", type: "integer", minimum: 1, maximum: 100, default: 25, description: "How many at most." };
const fields = (examples: string[]): OperationInput => ({ in: "query", list: "comma", type: "array", items: { type: "string" }, default: examples, description: "Which fields to bring." });
const id = (description: string): OperationInput => ({ in: "path", type: "string", isRequired: true, pattern: "^\\d{1,25}$", description, examples: ["17895695668004550"] });
const media = id("The post's id.");
const metrics = (examples: string[]): OperationInput => ({ in: "query", as: "metric", list: "comma", type: "array", isRequired: true, minItems: 1, items: { type: "string" }, examples: [examples] });
const list = { method: "GET", answer: { pick: "data" }, paging: true, isReadOnly: true } as const;

export const instagramOperations: Operation[] = [
  { name: "get_me", title: "Get your profile", group: "Account", method: "GET", path: "/v26.0/me", inputs: { fields: fields(["user_id", "username", "name", "account_type", "followers_count", "media_count", "profile_picture_url"]) }, isReadOnly: true },
  {
    name: "get_account_insights",
    title: "See how your account does",
    group: "Account",
    method: "GET",
    path: "/v26.0/me/insights",
    query: { metric_type: "total_value" },
    inputs: { metrics: metrics(["reach", "views"]), period: { in: "query", type: "string", enum: ["day", "lifetime"], default: "day" }, since: { in: "query", type: "integer", description: "In seconds since 1970." }, until: { in: "query", type: "integer" } },
    answer: { pick: "data" },
    isReadOnly: true,
  },
  { ...list, name: "list_media", title: "List your posts", group: "Posts", path: "/v26.0/me/media", inputs: { limit, fields: fields(["id", "caption", "media_type", "permalink", "timestamp", "like_count", "comments_count"]) } },
  { name: "get_media", title: "Get a post", group: "Posts", method: "GET", path: "/v26.0/{{media}}", inputs: { media, fields: fields(["id", "caption", "media_type", "media_url", "permalink", "timestamp", "like_count", "comments_count"]) }, isReadOnly: true },
  { name: "get_media_insights", title: "See how a post did", group: "Posts", method: "GET", path: "/v26.0/{{media}}/insights", inputs: { media, metrics: metrics(["reach", "likes", "comments", "saved", "shares"]) }, answer: { pick: "data" }, isReadOnly: true },
  {
    name: "prepare_post",
    title: "Prepare a post",
    description: "Instagram fetches the photo or video. The id in the answer is for Publish a post; a video takes minutes until it is ready.",
    group: "Publishing",
    method: "POST",
    path: "/v26.0/me/media",
    inputs: {
      media_type: { in: "body", type: "string", enum: ["REELS", "STORIES", "CAROUSEL"], description: "Left out for a single photo." },
      image_url: { in: "body", type: "string", format: "uri", description: "A public JPEG.", examples: ["https://example.com/photo.jpg"] },
      video_url: { in: "body", type: "string", format: "uri", description: "A public MP4 or MOV, for reels and stories." },
      caption: { in: "body", type: "string", maxLength: 2200, examples: ["Our new shop in Lisbon"] },
      alt_text: { in: "body", type: "string", maxLength: 1000, description: "What the photo shows, for those who cannot see it." },
      is_carousel_item: { in: "body", type: "boolean", description: "It is one of several, for a CAROUSEL." },
      children: { in: "body", type: "array", minItems: 2, maxItems: 10, items: { type: "string" }, description: "For a CAROUSEL: the ids of its prepared items." },
      share_to_feed: { in: "body", type: "boolean", description: "Show a reel among the posts too." },
    },
    needsOneOf: [["image_url", "video_url", "children"]],
    body: { type: "json" },
    isReadOnly: false,
  },
  { name: "get_preparation", title: "See whether a post is ready", group: "Publishing", method: "GET", path: "/v26.0/{{prepared}}", query: { fields: "id,status_code,status" }, inputs: { prepared: id("The id that Prepare a post told.") }, isReadOnly: true },
  {
    name: "publish_post",
    title: "Publish a post",
    group: "Publishing",
    method: "POST",
    path: "/v26.0/me/media_publish",
    inputs: { prepared: { ...id("The id that Prepare a post told."), in: "body", as: "creation_id" } },
    body: { type: "json" },
    isReadOnly: false,
  },
  { ...list, name: "list_comments", title: "List comments on a post", group: "Comments", path: "/v26.0/{{media}}/comments", inputs: { media, limit, fields: fields(["id", "text", "username", "timestamp", "like_count", "hidden"]) } },
  { name: "reply_to_comment", title: "Answer a comment", group: "Comments", method: "POST", path: "/v26.0/{{comment}}/replies", inputs: { comment: id("The comment's id."), message: { in: "body", type: "string", isRequired: true, minLength: 1, maxLength: 2200, examples: ["Thank you!"] } }, body: { type: "json" }, isReadOnly: false },
  { name: "hide_comment", title: "Hide a comment, or show it again", group: "Comments", method: "POST", path: "/v26.0/{{comment}}", inputs: { comment: id("The comment's id."), hide: { in: "body", type: "boolean", isRequired: true, examples: [true] } }, body: { type: "json" }, isReadOnly: false, isIdempotent: true },
  { name: "delete_comment", title: "Delete a comment", group: "Comments", method: "DELETE", path: "/v26.0/{{comment}}", inputs: { comment: id("The comment's id.") }, isReadOnly: false, isDestructive: true, isIdempotent: true },
];
