import Link from "next/link";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export default function ConnectionNotFound() {
  return (
    <>
      <PageHeader description="It may have been disconnected, it may be somebody's private one, or it belongs to another workspace." title="There is no such connection here" />
      <Button asChild variant="primary">
        <Link href="/connections">See connections</Link>
      </Button>
    </>
  );
}
