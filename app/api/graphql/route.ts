import { getRuntime } from "@/server/runtime/runtime";
import { answerGraphql } from "@/server/graphql/answer-graphql";

function answer(request: Request): Promise<Response> {
  return answerGraphql(getRuntime(), request);
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as OPTIONS, answer as PATCH, answer as POST, answer as PUT };
