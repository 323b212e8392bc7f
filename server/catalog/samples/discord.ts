import { bearerToken, clientAsBasic, codeGrant, codeVerifier, type ConnectorSample, type WaySample } from "./sample";

function way(credential: { authorization: string }, user: { id: string; username: string; global_name: string | null }): Pick<WaySample, "verify" | "refused"> {
  return {
    verify: { call: "GET https://discord.com/api/v10/users/@me", headers: { ...credential, "user-agent": "DiscordBot (patchbay, 1)" }, answer: { body: { ...user, discriminator: "0", avatar: null, flags: 0, mfa_enabled: true, locale: "en-US" } } },
    refused: { status: 401, body: { message: "401: Unauthorized", code: 0 } },
  };
}

export const sample: ConnectorSample = {
  // Bots have no display name.
  bearer: { ...way({ authorization: "Bot {token}" }, { id: "123456789012345678", username: "patchbay", global_name: null }), account: { id: "123456789012345678", label: "patchbay" } },
  oauth2: {
    ...way(bearerToken, { id: "80351110224678912", username: "nelly", global_name: "Nelly" }),
    account: { id: "80351110224678912", label: "Nelly" },
    authorize: { url: "https://discord.com/oauth2/authorize", pkce: true },
    token: {
      call: "POST https://discord.com/api/oauth2/token",
      headers: clientAsBasic,
      form: { ...codeGrant, ...codeVerifier },
      answer: { body: { access_token: "6qrZcUqja7812RVdnEKjpzOL4CvHBFG", token_type: "Bearer", expires_in: 604800, refresh_token: "D43f5y0ahjqew82jZ4NViEr2YafMKhue", scope: "identify guilds" } },
      reads: { accessToken: "6qrZcUqja7812RVdnEKjpzOL4CvHBFG", refreshToken: "D43f5y0ahjqew82jZ4NViEr2YafMKhue", expiresInSeconds: 604_800, scopes: ["identify", "guilds"] },
    },
    tokenRefused: { status: 401, body: { error: "invalid_client" } },
  },
};
