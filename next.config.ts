import type { NextConfig } from "next";

const config: NextConfig = {
  // Native or stateful packages stay outside the bundle: one copy per process, loaded by Node.
  serverExternalPackages: ["@electric-sql/pglite", "postgres", "undici", "pino", "prom-client", "redis", "better-auth", "mysql2", "bson", "nodemailer", "aws4"],
  // `npm run types` checks them, once, with tests included.
  typescript: { ignoreBuildErrors: true },
  experimental: { useTypeScriptCli: true },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
};

export default config;
