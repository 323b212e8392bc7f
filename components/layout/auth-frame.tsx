import type { ReactNode } from "react";
import { Mark } from "./mark";

type AuthFrameProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Quiet words under the form, e.g. the other way in. */
  footer?: ReactNode;
  children: ReactNode;
};

/** The page before the app: signing in, setting up, accepting an invitation. */
export function AuthFrame({ title, description, footer, children }: AuthFrameProps) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-12" id="main">
      <div className="w-full max-w-[22rem]">
        <Mark size={36} />
        <h1 className="mt-6 text-xl">{title}</h1>
        {description ? <p className="mt-1.5 text-muted">{description}</p> : null}
        <div className="mt-6">{children}</div>
        {footer ? <div className="mt-6 text-muted text-sm">{footer}</div> : null}
      </div>
    </main>
  );
}
