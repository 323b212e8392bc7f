import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { StyleNonce } from "@/components/layout/style-nonce";
import { parseTheme, themeCookie } from "@/components/layout/theme";
import { mono, sans } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Patchbay", template: "%s · Patchbay" },
  description:
    "Connect an account once and use it from the dashboard, over HTTP and from AI agents.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafbfc" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0f12" },
  ],
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request also keeps every page dynamic, without which its scripts carry no nonce.
  const [request, jar] = await Promise.all([headers(), cookies()]);
  const nonce = request.get("x-nonce");
  const theme = parseTheme(jar.get(themeCookie)?.value);
  return (
    <html className={`${sans.variable} ${mono.variable}`} data-theme={theme} lang="en">
      <body className="font-sans">
        {nonce ? <StyleNonce nonce={nonce} /> : null}
        {children}
      </body>
    </html>
  );
}
