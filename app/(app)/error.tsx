"use client";

import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { FailurePanel } from "@/components/layout/failure-panel";

type AppErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function AppError({ error, retry }: AppErrorProps) {
  // Without it a query that failed is not asked again, and the page fails as before.
  const { reset } = useQueryErrorResetBoundary();
  const tryAgain = () => {
    reset();
    retry();
  };
  return <FailurePanel reference={error.digest} retry={tryAgain} />;
}
