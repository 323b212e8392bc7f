import type { ComponentProps, ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter } from "@/components/ui/card";

type FormCardProps = ComponentProps<"form"> & {
  /** What went wrong that belongs to no field. */
  failure: string | null;
  isSending: boolean;
  /** The verb on the button. */
  submitLabel: string;
  children: ReactNode;
};

/** A form on a card, its button in the footer. */
export function FormCard({ failure, isSending, submitLabel, children, ...form }: FormCardProps) {
  return (
    <Card asChild>
      <form {...form}>
        <CardBody className="grid gap-4">
          {failure ? (
            <Banner isAlert tone="danger">
              {failure}
            </Banner>
          ) : null}
          {children}
        </CardBody>
        <CardFooter>
          <Button isLoading={isSending} type="submit">
            {submitLabel}
          </Button>
        </CardFooter>
      </form>
    </Card>
  );
}
