import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { FieldControl } from "@/components/connect/field-control";
import { focusField } from "@/components/connect/focus-field";
import { useFieldForm } from "@/components/connect/use-field-form";
import { readFailure, readFieldErrors } from "@/components/providers/read-failure";
import { useTRPC } from "@/components/providers/trpc";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { OAuthAppView } from "@/server/oauth/list-oauth-apps";
import type { OAuthAppTest as Tested } from "@/server/oauth/test-oauth-app";

const looks = {
  accepted: { tone: "positive", title: "The app works" },
  callback_unknown: { tone: "danger", title: "The callback URL is missing there" },
  refused: { tone: "danger", title: "The app is refused" },
  unclear: { tone: "info", title: "This cannot be told from here" },
  unreachable: { tone: "warning", title: "No answer" },
} as const satisfies Record<Tested["verdict"], unknown>;

/** Asks the vendor whether it knows the client ID and takes the secret, without anybody signing in. */
export function OAuthAppTest({ app }: { app: OAuthAppView }) {
  const { connector, connectorName, testInputs } = app;
  const trpc = useTRPC();
  const root = useRef<HTMLFormElement>(null);
  const form = useFieldForm();
  const test = useMutation({ ...trpc.oauth.testApp.mutationOptions(), onError: (error) => form.refuse(readFieldErrors(error)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (test.isPending) return;
    const problem = form.findProblem(testInputs);
    if (problem) focusField(root.current, problem.key);
    else test.mutate({ connector, inputs: Object.fromEntries(testInputs.map(({ key }) => [key, form.values[key] ?? ""])) });
  };
  const found = test.data;
  return (
    <form className="grid gap-3" noValidate onSubmit={submit} ref={root}>
      {testInputs.length > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {testInputs.map((field) => (
            <FieldControl field={field} form={form} key={field.key} />
          ))}
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button isLoading={test.isPending} type="submit">
          Test the app
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-muted text-sm">Asks {connectorName} about the client ID and the secret. Nobody has to sign in.</p>
      </div>
      <div aria-live="polite">
        {found ? (
          <Banner title={looks[found.verdict].title} tone={looks[found.verdict].tone}>
            <p className="break-words">{found.message}</p>
            {found.detail && found.verdict !== "accepted" ? (
              <p className="mt-1 break-words text-sm">
                {connectorName} said: <code className="font-mono">{found.detail}</code>
              </p>
            ) : null}
          </Banner>
        ) : test.error ? (
          <Banner tone="danger">{readFailure(test.error).message}</Banner>
        ) : null}
      </div>
    </form>
  );
}
