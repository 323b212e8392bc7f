import type { Metadata } from "next";
import Link from "next/link";
import { MessagePage } from "@/components/layout/message-page";
import { Button } from "@/components/ui/button";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      actions={
        <>
          <Button asChild variant="primary">
            <Link href="/">Go to the marketplace</Link>
          </Button>
          <Button asChild>
            <Link href="/connections">See connections</Link>
          </Button>
        </>
      }
      title="There is nothing at this address"
    >
      <p>
        It may have been removed, it may belong to another workspace, or the link is incomplete.
      </p>
    </MessagePage>
  );
}
