import type { Connector, TokenAnswer } from "../connector";
import { metaAppSteps, metaErrors, metaPagination, metaReviewStep, metaWebhook, readMetaToken } from "../families/meta";
import { facebookOperations } from "./facebook.operations";

const checkedOn = "2026-11-21";
const days = 86_400;

export const facebook: Connector = {
  slug: "facebook",
  name: "Facebook",
  category: "social",
  description: "Post to a Facebook Page, answer comments and see how posts do",
  synonyms: ["social media", "meta", "facebook page", "post", "publish post", "comments", "graph api", "fans"],
  website: "https://www.facebook.com",
  docsUrl: "https://developers.facebook.com/docs/pages-api",
  sources: [
    { url: "https://developers.facebook.com/docs/graph-api/changelog", checkedOn },
    { url: "https://developers.facebook.com/documentation/pages-api/getting-started.md", checkedOn },
    { url: "https://developers.facebook.com/documentation/pages-api/posts.md", checkedOn },
    { url: "https://developers.facebook.com/documentation/facebook-login/guides/access-tokens/get-long-lived", checkedOn },
    { url: "https://developers.facebook.com/documentation/facebook-login/guides/advanced/oidc-token", checkedOn },
  ],
  popularity: 85,
  inputs: [
    {
      key: "page_id",
      label: "Page",
      secret: false,
      required: true,
      example: "102938475610293",
      help: "The Page's id, or its name in the address. A connection is for one Page, which you have to manage.",
      where: { text: "Your Page, About, Page transparency, Page ID", url: "https://www.facebook.com/help/1503421039731588" },
      cut: "^https?://(www\\.)?facebook\\.com/|[/?][\\s\\S]*$",
      pattern: "[A-Za-z0-9.]{3,80}",
      patternHint: "Write the Page's id, such as 102938475610293, or its name in the address.",
    },
  ],
  auth: [
    {
      kind: "oauth2",
      label: "Sign in with Facebook",
      guide: [
        ...metaAppSteps,
        { text: "Choose Manage everything on your Page, and add the permissions you want to offer here, at least pages_show_list." },
        { text: "Under Facebook Login, Settings, add this as a valid OAuth redirect URI. Leave strict mode on.", copy: "{callbackUrl}" },
        { text: "Under App settings, Basic copy the app ID and the app secret, and enter both here. Under Advanced leave Require app secret off." },
        metaReviewStep,
      ],
      authorizeUrl: "https://www.facebook.com/v26.0/dialog/oauth",
      tokenUrl: "https://graph.facebook.com/v26.0/oauth/access_token",
      clientAuthentication: "post",
      // Meta calls it a test still, and only for OpenID Connect.
      pkce: "none",
      scopeSeparator: ",",
      scopes: [
        { value: "public_profile", meaning: "See your name", isSensitive: false, isDefault: true, isRequired: true },
        { value: "pages_show_list", meaning: "See the Pages you manage", isSensitive: false, isDefault: true, isRequired: true },
        { value: "pages_read_engagement", meaning: "See a Page's posts, followers and figures", isSensitive: false, isDefault: true, isRequired: true },
        { value: "pages_manage_posts", meaning: "Create, change and delete a Page's posts", isSensitive: true, isDefault: true, isRequired: false },
        { value: "pages_read_user_content", meaning: "See what others write on a Page", isSensitive: true, isDefault: false, isRequired: false },
        { value: "pages_manage_engagement", meaning: "Comment as a Page, and delete comments", isSensitive: true, isDefault: false, isRequired: false },
        { value: "read_insights", meaning: "See a Page's insights", isSensitive: false, isDefault: false, isRequired: false },
        { value: "pages_manage_metadata", meaning: "Change a Page's settings and subscribe to its webhooks", isSensitive: true, isDefault: false, isRequired: false },
        { value: "business_management", meaning: "See Pages that belong to a business portfolio", isSensitive: true, isDefault: false, isRequired: false },
      ],
      // The person's token lasts 60 days. It is always due: the first call exchanges it for the Page's own, which alone
      // may post as the Page, and which stays good until the person changes their password or leaves the Page.
      refresh: { mode: "exchange", accessTtlSeconds: null, renewBeforeSeconds: 90 * days },
      exchange: {
        afterCode: { method: "GET", url: "https://graph.facebook.com/v26.0/oauth/access_token", params: { grant_type: "fb_exchange_token", client_id: "{client_id}", client_secret: "{client_secret}", fb_exchange_token: "{access_token}" } },
        renew: { method: "GET", url: "https://graph.facebook.com/v26.0/{page_id}", params: { fields: "access_token", access_token: "{access_token}" } },
      },
      readToken,
      family: "META",
    },
    {
      kind: "bearer",
      label: "Page access token",
      guide: [
        { text: "Open the Graph API Explorer and choose your Meta app.", url: "https://developers.facebook.com/tools/explorer/" },
        { text: "Under User or Page choose Get Page Access Token and pick the Page. Add pages_read_engagement and pages_manage_posts. In a business, generate the token for a system user in Business settings, and ask /me/accounts for the Page's." },
        { text: "Open the token in the Access Token Debugger and press Extend Access Token, or it ends after an hour.", url: "https://developers.facebook.com/tools/debug/accesstoken/" },
        { text: "Copy the token and enter it here." },
      ],
      fields: [
        {
          key: "token",
          label: "Page access token",
          secret: true,
          required: true,
          example: "EAABsbCS1iHgBO0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
          where: { text: "Graph API Explorer", url: "https://developers.facebook.com/tools/explorer/" },
          looksLike: "EAA[A-Za-z0-9]{20,}",
          looksLikeHint: "Facebook's tokens start with EAA. The app secret does not work here.",
        },
      ],
    },
  ],
  // Each version lives at least two years: this one until the summer of 2028 or longer.
  api: { baseUrl: "https://graph.facebook.com", hosts: ["graph-video.facebook.com"], errors: metaErrors },
  verify: {
    method: "GET",
    path: "/v26.0/{page_id}?fields=id,name",
    account: { id: ["id"], label: ["name"] },
    hints: [
      { code: "190", message: "Facebook does not accept this token: it has run out or was revoked. Make a new one, or sign in again." },
      { code: "100", message: "This token does not see that Page. Check the Page's id, and that the token is for it." },
      { code: "10", message: "You do not manage this Page, or did not let the app see it. Sign in again and choose the Page there." },
      { code: "200", message: "You do not manage this Page, or did not let the app see it. Sign in again and choose the Page there." },
    ],
  },
  operations: facebookOperations,
  settings: [],
  rateLimit: { summary: "4,800 calls a day for each person who engages with the Page, told in the header X-Business-Use-Case-Usage" },
  pagination: metaPagination,
  webhook: metaWebhook,
  defaultVisibility: "workspace",
};

/** A Page's token comes with the Page's id, and does not expire. A person's does, also where the answer does not say it. */
function readToken(answer: Record<string, unknown>): TokenAnswer {
  const token = readMetaToken(answer);
  if (token.error !== undefined) return token;
  if (answer["id"] !== undefined) return token.access_token === undefined ? { error: "page_not_managed", error_description: "The person gets no token for this Page." } : token;
  return { expires_in: 60 * days, ...token };
}
