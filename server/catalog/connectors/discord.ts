import type { Connector } from "../connector";
import { discordOperations } from "./discord.operations";

const checkedOn = "2026-11-21";

export const discord: Connector = {
  slug: "discord",
  name: "Discord",
  category: "communication",
  description: "Post and read messages in servers, open threads, and look after members and roles",
  synonyms: ["chat", "bot", "message", "send message", "server", "guild", "community", "channel", "direct message"],
  website: "https://discord.com",
  docsUrl: "https://docs.discord.com/developers",
  sources: [
    { url: "https://docs.discord.com/developers/topics/oauth2", checkedOn },
    { url: "https://discord.com/.well-known/oauth-authorization-server", checkedOn },
    { url: "https://docs.discord.com/developers/platform/oauth2-and-permissions", checkedOn },
    { url: "https://docs.discord.com/developers/events/webhook-events", checkedOn },
    { url: "https://docs.discord.com/developers/topics/rate-limits", checkedOn },
    { url: "https://github.com/discord/discord-api-docs/pull/7046", checkedOn },
  ],
  popularity: 84,
  keyShapes: ["[MNO][\\w-]{22,30}\\.[\\w-]{6}\\.[\\w-]{27,40}"],
  inputs: [],
  auth: [
    {
      kind: "bearer",
      label: "Bot token",
      guide: [
        { text: "Open Discord's Developer Portal and press New Application, or open the one you have.", url: "https://discord.com/developers/applications" },
        { text: "On the page Bot press Reset Token and copy the token: Discord shows it only now." },
        { text: "On the same page switch on Message Content Intent to read what messages say, and Server Members Intent to list members." },
        { text: "On the page OAuth2 make a URL with the scope bot and the permissions View Channels, Send Messages and Read Message History. Open it and add the bot to your server." },
      ],
      fields: [
        {
          key: "token",
          label: "Bot token",
          secret: true,
          required: true,
          example: "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB",
          help: "Without the word Bot before it: Patchbay adds that.",
          where: { text: "Developer Portal, your app, Bot", url: "https://discord.com/developers/applications" },
          cut: "^Bot\\s+",
          looksLike: "[\\w-]{20,40}\\.[\\w-]{5,10}\\.[\\w-]{20,60}",
          looksLikeHint: "A bot token has three parts with dots between. The client secret and the public key do not work here.",
        },
      ],
      placement: { in: "header", name: "authorization", template: "Bot {token}" },
    },
    {
      kind: "oauth2",
      label: "Sign in with Discord",
      guide: [
        { text: "Open Discord's Developer Portal and press New Application, or open the one you have.", url: "https://discord.com/developers/applications" },
        { text: "On the page OAuth2 add this as a redirect and save.", copy: "{callbackUrl}" },
        { text: "Copy the client ID, press Reset Secret and copy the client secret. Enter both here." },
        { text: "A person's sign-in shows who they are and which servers they are in. To read and send messages connect a bot instead." },
      ],
      authorizeUrl: "https://discord.com/oauth2/authorize",
      tokenUrl: "https://discord.com/api/oauth2/token",
      revoke: { url: "https://discord.com/api/oauth2/token/revoke", style: "rfc7009", token: "refresh_token" },
      clientAuthentication: "basic",
      pkce: "S256",
      scopeSeparator: " ",
      scopes: [
        { value: "identify", meaning: "See your name and picture", isSensitive: false, isDefault: true, isRequired: true },
        { value: "guilds", meaning: "See which servers you are in", isSensitive: false, isDefault: true, isRequired: false },
        { value: "email", meaning: "See your email address", isSensitive: true, isDefault: false, isRequired: false },
        { value: "guilds.members.read", meaning: "See your nickname and your roles in a server", isSensitive: false, isDefault: false, isRequired: false },
        { value: "connections", meaning: "See accounts elsewhere that you linked, such as Twitch", isSensitive: true, isDefault: false, isRequired: false },
      ],
      refresh: { mode: "rotating", accessTtlSeconds: 604_800 },
    },
  ],
  api: {
    baseUrl: "https://discord.com",
    hosts: [],
    // Discord asks every client to name itself in this form.
    headers: { "user-agent": "DiscordBot (patchbay, 1)" },
    errors: { code: "code", message: "message" },
  },
  verify: {
    method: "GET",
    path: "/api/v10/users/@me",
    account: { id: ["id"], label: ["global_name", "username"] },
    hints: [
      { status: 401, message: "Discord does not know this token. It may have been reset: copy the new one from the page Bot of your app." },
      { status: 403, message: "Discord refused this token. The app may have been disabled." },
    ],
  },
  operations: discordOperations,
  settings: [
    {
      key: "defaultChannel",
      label: "Default channel",
      secret: false,
      required: false,
      example: "1234567890123456789",
      help: "The ID of the channel that gets messages which name none.",
      where: { text: "In Discord: Settings, Advanced, Developer Mode; then right-click the channel, Copy Channel ID" },
      pattern: "[0-9]{15,22}",
      patternHint: "Write the channel's ID, a long number, not its name.",
    },
  ],
  rateLimit: {
    summary: "50 requests a second per bot, and a limit of its own for each kind of call and channel",
    limitHeader: "x-ratelimit-limit",
    remainingHeader: "x-ratelimit-remaining",
    resetHeader: "x-ratelimit-reset-after",
    resetUnit: "seconds",
    windows: [{ calls: 50, seconds: 1 }],
  },
  webhook: {
    header: "x-signature-ed25519",
    algorithm: "ed25519",
    encoding: "hex",
    signed: "{timestamp}{body}",
    timestampHeader: "x-signature-timestamp",
    timestampUnit: "seconds",
    key: "The public key on the General Information page of your app. Discord tests the address with badly signed calls, which have to be refused with 401",
  },
  defaultVisibility: "workspace",
};
