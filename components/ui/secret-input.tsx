"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";

type SecretInputProps = Omit<ComponentProps<"input">, "type" | "size" | "autoComplete">;

/** A pasted key or password: hidden at first, kept from spell checkers and password managers. */
export function SecretInput({ className, disabled, ...props }: SecretInputProps) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={cn("relative", className)}>
      <input
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        className="control block h-8 w-full pr-9 pl-2.5 font-mono text-sm pointer-coarse:h-10 pointer-coarse:pr-11 pointer-coarse:text-lg"
        data-1p-ignore
        data-lpignore="true"
        disabled={disabled}
        spellCheck={false}
        type={isShown ? "text" : "password"}
        {...props}
      />
      <button
        aria-label={isShown ? "Hide" : "Show"}
        className="absolute inset-y-0 right-0 grid w-8 place-items-center rounded-md text-muted hover:text-ink disabled:text-faint pointer-coarse:w-10"
        disabled={disabled}
        onClick={() => setShown(!isShown)}
        type="button"
      >
        <Icon aria-hidden size={15} />
      </button>
    </div>
  );
}
