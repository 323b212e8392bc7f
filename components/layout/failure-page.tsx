"use client";

import { useTransition } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { MessagePage } from "./message-page";

type FailurePageProps = {
  /** Ties what the reader sees to a line in the server's log. */
  reference: string | undefined;
  retry: () => void;
};

/**
 * A page that could not be drawn: says so, offers another try, gives the admin a reference. Every first load carries
 * it, twice, so it takes the look of a button and not the Button.
 */
export function FailurePage({ reference, retry }: FailurePageProps) {
  const [isRetrying, startRetry] = useTransition();
  return (
    <MessagePage
      actions={
        <>
          <button aria-busy={isRetrying} className={buttonStyles({ variant: "primary" })} disabled={isRetrying} onClick={() => startRetry(retry)} type="button">
            {isRetrying ? "Trying again…" : "Try again"}
          </button>
          <a className={buttonStyles()} href="/">
            Go to the marketplace
          </a>
        </>
      }
      title="This page could not be shown"
    >
      <p>Something failed on our side. Your connections are not affected by this page.</p>
      {reference ? (
        <p className="mt-3 text-sm">
          If it stays, tell an admin this reference:{" "}
          <code className="select-all font-mono text-ink">{reference}</code>
        </p>
      ) : null}
    </MessagePage>
  );
}
