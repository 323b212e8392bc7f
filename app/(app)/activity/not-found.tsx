import Link from "next/link";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export default function CallNotFound() {
  return (
    <>
      <PageHeader description="It may be older than the history goes back, it may have gone through somebody's private connection, or it belongs to another workspace." title="There is no such call here" />
      <Button asChild variant="primary">
        <Link href="/activity">See all calls</Link>
      </Button>
    </>
  );
}
