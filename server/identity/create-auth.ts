import * as identity from "@/db/schema/identity";
import type { Runtime } from "@/server/runtime/runtime";
import type { Auth } from "./auth";
import { clientAddressHeader } from "./client-address-header";
import { passwordRules } from "./schema";
import { loadSessionStarter } from "./session-starter";

/** Sessions end this long after sign-in, used or not. */
const sessionSeconds = 30 * 24 * 60 * 60;

/** better-auth's routes that nothing here uses: social accounts, mail flows, tokens of vendors, its own error page. */
const closedPaths = [
  "/sign-in/social",
  "/link-social",
  "/unlink-account",
  "/list-accounts",
  "/account-info",
  "/refresh-token",
  "/get-access-token",
  "/verify-email",
  "/send-verification-email",
  "/request-password-reset",
  "/reset-password",
  "/change-email",
  "/update-user",
  "/update-session",
  "/delete-user",
  "/delete-user/callback",
  "/error",
];

/** better-auth on Patchbay's tables: e-mail and password, sessions in cookies, nothing that calls home. */
export async function createAuth(runtime: Runtime): Promise<Auth> {
  const { env, log } = runtime;
  // Not at the top of the file: the server's bundle would load 30 MB at boot that most processes need later or never.
  const [{ betterAuth }, { drizzleAdapter }, sessionStarter] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
    loadSessionStarter(),
  ]);
  const auth = betterAuth({
    appName: "Patchbay",
    baseURL: env.publicUrl,
    basePath: "/api/auth",
    trustedOrigins: [env.publicUrl],
    secret: runtime.vault.deriveToken("better-auth"),
    database: drizzleAdapter(runtime.database.db, { provider: "pg", schema: identity }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordRules.minLength,
      maxPasswordLength: passwordRules.maxLength,
    },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true },
    disabledPaths: closedPaths,
    rateLimit: {
      enabled: true,
      window: 10,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        "/change-password": { window: 60, max: 5 },
        "/verify-password": { window: 60, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: "patchbay",
      useSecureCookies: env.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // Named, because better-auth turns both off by itself under NODE_ENV=test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
    },
    plugins: [sessionStarter],
    telemetry: { enabled: false },
    logger: {
      level: "error",
      disableColors: true,
      log: (level, message, ...facts) => log[level]({ facts }, message),
    },
  });

  return {
    answer: async (request) => addRetryAfter(await auth.handler(request)),
    readSession: async (headers) => {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const { id, name, email } = found.user;
      return { user: { id, name, email }, sessionId: found.session.id };
    },
    startSession: async (userId, headers) => {
      const started = await auth.api.startSession({ body: { userId }, headers, returnHeaders: true });
      return started.headers.getSetCookie();
    },
  };
}

/** better-auth says how long to wait under a header of its own; clients know the standard one. */
function addRetryAfter(response: Response): Response {
  const seconds = response.headers.get("x-retry-after");
  if (response.status !== 429 || seconds === null) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", seconds);
  return new Response(response.body, { status: response.status, headers });
}
