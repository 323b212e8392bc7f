import { redirect } from "next/navigation";
import { cache } from "react";
import type { Me } from "@/server/workspaces/get-me";
import { findMe } from "./find-me";
import { getCaller } from "./trpc-server";

/** Who is signed in. Everybody else goes to the sign-in page, or to what first boot needs. */
export const requireMe = cache(async (): Promise<Me> => {
  const me = await findMe();
  if (me) return me;
  const { needsSetup } = await (await getCaller()).workspaces.instance();
  return redirect(needsSetup ? "/setup" : "/sign-in");
});
