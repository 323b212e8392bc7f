import { Field } from "@/components/ui/field";
import { SecretInput } from "@/components/ui/secret-input";
import { Segmented } from "@/components/ui/segmented";
import { sendAs, useSender } from "./try-as";

const ways = [
  { value: "session", label: "As you" },
  { value: "key", label: "With an API key" },
] as const;

/** As whom to send: the same choice in every form of the page. */
export function SenderFields({ id, workspace }: { id: string; workspace: string }) {
  const { way, key } = useSender();
  return (
    <div className="grid gap-2">
      <Segmented label="Send" name={`send-as-${id}`} onValueChange={(next) => sendAs({ way: next })} options={ways} value={way} />
      {way === "session" ? (
        <p className="text-muted text-sm">Your session in {workspace} is used.</p>
      ) : (
        <Field help="It stays in this page alone, and is gone when you leave it." label="API key">
          {(control) => <SecretInput {...control} onChange={(event) => sendAs({ key: event.target.value })} placeholder="pb_…" required value={key} />}
        </Field>
      )}
    </div>
  );
}
