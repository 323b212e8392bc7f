"use client";

import { useTransition } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

type FailurePanelProps = {
  /** Ties what the reader sees to a line in the server's log. */
  reference: string | undefined;
  retry: () => void;
};

/** In place of a page inside the frame that could not be shown: the navigation stays, another try is one press away. */
export function FailurePanel({ reference, retry }: FailurePanelProps) {
  const [isRetrying, startRetry] = useTransition();
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <Banner
        action={
          <Button isLoading={isRetrying} onClick={() => startRetry(retry)}>
            Try again
          </Button>
        }
        isAlert
        tone="danger"
      >
        <p>Something failed on our side. Your connections are not affected by this page.</p>
        {reference ? (
          <p className="text-muted text-sm">
            If it stays, tell an admin this reference: <code className="select-all font-mono text-ink">{reference}</code>
          </p>
        ) : null}
      </Banner>
    </>
  );
}
