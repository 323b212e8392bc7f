"use client";

import { FailurePage } from "@/components/layout/failure-page";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return <FailurePage reference={error.digest} retry={retry} />;
}
