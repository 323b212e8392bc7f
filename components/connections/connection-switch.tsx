import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Switch } from "@/components/ui/switch";
import type { ConnectionView } from "@/server/connections/schema";
import { keepFocus } from "./keep-focus";
import type { Reader } from "./reader";
import { useConnectionActions } from "./use-connection-actions";

const TurnOffDialog = dynamic(() => import("./turn-off-dialog").then((file) => file.TurnOffDialog), { ssr: false });

type ConnectionSwitchProps = {
  connection: ConnectionView;
  reader: Reader;
  /** Where to go once it is disconnected, from the connection's own page. */
  goesTo?: string;
};

/** Whether calls go through. Off asks how far: pause, or disconnect for good. */
export function ConnectionSwitch({ connection, reader, goesTo }: ConnectionSwitchProps) {
  const actions = useConnectionActions(connection);
  const [isAsking, setAsking] = useState(false);
  const control = useRef<HTMLButtonElement>(null);
  const { isPaused, name } = connection;
  const close = () => {
    setAsking(false);
    keepFocus(control.current);
  };
  return (
    <>
      <span className="inline-flex" data-tooltip={reader.canWrite ? (isPaused ? "Resume" : "Pause or disconnect") : "Your role can look, not change"}>
        <Switch
          aria-label={`${name}: calls go through`}
          checked={!isPaused}
          disabled={!reader.canWrite}
          isBusy={actions.isSwitching}
          onCheckedChange={(isOn) => (isOn ? actions.resume() : setAsking(true))}
          ref={control}
        />
      </span>
      {isAsking ? <TurnOffDialog connection={connection} goesTo={goesTo} onClose={close} onPause={actions.pause} /> : null}
    </>
  );
}
