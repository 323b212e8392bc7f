import { getRuntime } from "@/server/runtime/runtime";
import { answerTrpc } from "@/server/trpc/answer-trpc";

function answer(request: Request): Promise<Response> {
  return answerTrpc(getRuntime(), request);
}

export { answer as GET, answer as POST };
