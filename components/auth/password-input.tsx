"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { useStrings } from "../language/use-strings.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";

/** A password that can be looked at while it is typed. */
export function PasswordInput({ className, ...rest }: ComponentProps<"input">) {
  const strings = useStrings();
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <Input
        {...rest}
        type={isShown ? "text" : "password"}
        spellCheck={false}
        autoCapitalize="none"
        className={`pr-9 ${className ?? ""}`}
      />
      <IconButton
        icon={isShown ? EyeOff : Eye}
        size="sm"
        label={isShown ? strings.auth.hidePassword : strings.auth.showPassword}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute inset-y-0 right-1 my-auto aria-pressed:text-ink-3"
      />
    </div>
  );
}
