import type { ReactNode } from "react";
import { Providers } from "@/components/providers/providers";

/** The pages before the app: nobody is in a workspace yet. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Providers workspace={null}>{children}</Providers>;
}
