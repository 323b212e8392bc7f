"use client";

import { FailurePage } from "@/components/layout/failure-page";
import { mono, sans } from "./fonts";
import "./globals.css";

type GlobalErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function GlobalError({ error, retry }: GlobalErrorProps) {
  return (
    <html className={`${sans.variable} ${mono.variable}`} lang="en">
      <body className="font-sans">
        <title>This page failed · Patchbay</title>
        <FailurePage reference={error.digest} retry={retry} />
      </body>
    </html>
  );
}
