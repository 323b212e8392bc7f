import { readFailure } from "@/components/providers/read-failure";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DialogBody } from "@/components/ui/dialog";

/** The wizard could not be filled: says why, offers another try. */
export function WizardFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <DialogBody>
      <Banner action={<Button onClick={onRetry}>Try again</Button>} isAlert title="This could not be loaded" tone="danger">
        {readFailure(error).message}
      </Banner>
    </DialogBody>
  );
}
