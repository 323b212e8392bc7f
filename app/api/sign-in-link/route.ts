import { openSignInLink } from "@/server/identity/demo-sign-in";
import { getRuntime } from "@/server/runtime/runtime";

export async function GET(request: Request): Promise<Response> {
  return openSignInLink(getRuntime(), request);
}
