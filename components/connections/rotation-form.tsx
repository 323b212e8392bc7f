import { useState } from "react";
import { ConnectButton } from "@/components/connect/connect-button";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { Select } from "@/components/ui/select";
import type { ConnectionView } from "@/server/connections/schema";
import { useUpdateConnection } from "./use-update-connection";

const intervals = [30, 60, 90, 180, 365];

/** When to be reminded of a new key, and the way to enter one. */
export function RotationForm({ connection }: { connection: ConnectionView }) {
  const { intervalDays, dueAt, isDue } = connection.rotation;
  const { save, isSaving, failure } = useUpdateConnection("Saved.");
  // What was chosen shows at once; the server's answer comes over it.
  const [chosen, setChosen] = useState<number | null>(intervalDays);
  const shown = isSaving ? chosen : intervalDays;
  const offered = intervalDays === null || intervals.includes(intervalDays) ? intervals : [...intervals, intervalDays].toSorted((one, other) => one - other);
  return (
    <Card>
      <CardBody className="grid gap-4">
        {failure ? (
          <Banner isAlert tone="danger">
            {failure}
          </Banner>
        ) : null}
        <div className="flex flex-wrap items-end justify-between gap-4">
          <Field
            help={
              dueAt === null ? undefined : isDue ? (
                <span className="text-warning">
                  A new key is due since <RelativeTime at={dueAt} />.
                </span>
              ) : (
                <>
                  The next one is due <RelativeTime at={dueAt} />.
                </>
              )
            }
            label="Remind me"
          >
            {(control) => (
              <Select
                {...control}
                className="w-44"
                aria-busy={isSaving}
                onChange={(event) => {
                  const days = event.target.value === "" ? null : Number(event.target.value);
                  setChosen(days);
                  save({ connectionId: connection.id, rotationIntervalDays: days });
                }}
                value={shown ?? ""}
              >
                <option value="">Never</option>
                {offered.map((days) => (
                  <option key={days} value={days}>
                    Every {days} days
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <ConnectButton connectionId={connection.id} connectorId={connection.mcpId} connectorName={connection.connectorName} purpose="rotate">
            Enter a new key
          </ConnectButton>
        </div>
      </CardBody>
    </Card>
  );
}
