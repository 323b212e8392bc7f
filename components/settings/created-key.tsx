import { Button } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyField } from "@/components/ui/copy-field";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";

/** The one time that a key is in view. */
export function CreatedKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  return (
    <>
      <DialogBody className="grid gap-4">
        <CopyField value={apiKey} what="API key" />
        <div>
          <p className="mb-1.5 text-muted">Programs send it in a header. Keep it in their environment, not in their code:</p>
          <CodeBlock code="Authorization: Bearer $PATCHBAY_API_KEY" what="header" />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose} variant="primary">
          Done
        </Button>
      </DialogFooter>
    </>
  );
}
