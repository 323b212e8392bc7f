import { getAuth } from "@/server/identity/auth";
import { getRuntime } from "@/server/runtime/runtime";

async function answer(request: Request): Promise<Response> {
  return (await getAuth(getRuntime())).answer(request);
}

export { answer as GET, answer as POST };
