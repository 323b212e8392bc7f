"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn";

type PasswordInputProps = Omit<ComponentProps<"input">, "type" | "size" | "autoComplete"> & {
  /** Tells password managers whether to fill in or to make one. */
  autoComplete: "current-password" | "new-password";
  size?: "md" | "lg";
};

/** A person's own password; pasted keys belong in a SecretInput. */
export function PasswordInput({ size = "md", className, ...props }: PasswordInputProps) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className={cn("relative", className)}>
      <input
        autoCapitalize="off"
        autoCorrect="off"
        className={cn(
          "control block w-full pr-10 text-base pointer-coarse:pr-11 pointer-coarse:text-lg",
          size === "md" ? "h-8 pl-2.5 pointer-coarse:h-10" : "h-10 pl-3 pointer-coarse:h-11",
        )}
        spellCheck={false}
        type={isShown ? "text" : "password"}
        {...props}
      />
      <button
        aria-label={isShown ? "Hide password" : "Show password"}
        className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-md text-muted hover:text-ink"
        onClick={() => setShown(!isShown)}
        type="button"
      >
        <Icon aria-hidden size={15} />
      </button>
    </div>
  );
}
