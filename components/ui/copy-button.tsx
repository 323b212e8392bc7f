"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { IconButton } from "./icon-button";
import { toast } from "./toast";

type CopyButtonProps = {
  value: string;
  /** What is copied, e.g. "callback URL"; completes "Copy …". */
  what?: string;
  /** Shows the word beside the icon. */
  isLabelled?: boolean;
  size?: "sm" | "md";
  className?: string;
};

/** Puts a value on the clipboard and says so where it was pressed. */
export function CopyButton({ value, what, isLabelled, size = "sm", className }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => toast({ tone: "danger", title: "The browser did not allow copying. Select the text and copy it by hand." }),
    );
  };
  const label = isCopied ? "Copied" : what ? `Copy ${what}` : "Copy";
  const icon = isCopied ? (
    <Check aria-hidden className="text-positive" size={14} />
  ) : (
    <Copy aria-hidden size={14} />
  );
  return (
    <>
      {isLabelled ? (
        <Button className={className} onClick={copy} size={size}>
          {icon}
          <span className="grid text-left">
            <span className="invisible col-start-1 row-start-1">Copied</span>
            <span className="col-start-1 row-start-1">{isCopied ? "Copied" : "Copy"}</span>
            {what ? <span className="sr-only"> {what}</span> : null}
          </span>
        </Button>
      ) : (
        <IconButton className={className} label={label} onClick={copy} size={size}>
          {icon}
        </IconButton>
      )}
      <span aria-live="polite" className="sr-only">
        {isCopied ? "Copied" : ""}
      </span>
    </>
  );
}
