"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useStrings } from "../language/use-strings.ts";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export type CopyFieldProps = {
  label: string;
  value: string;
  /** One of several, which stays where it is. */
  isQuiet?: boolean;
};

/** Something that is shown once, ready to be copied. */
export function CopyField({ label, value, isQuiet = false }: CopyFieldProps) {
  const strings = useStrings();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setIsCopied(true);
    announce(strings.settings.copied);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <Field label={label}>
      {(control) => (
        <div className="flex gap-2">
          <Input
            {...control}
            readOnly
            value={value}
            onFocus={(event) => event.target.select()}
            className="font-mono text-ellipsis"
          />
          <Button
            look={isCopied || isQuiet ? "default" : "primary"}
            className="h-8 min-w-24 pointer-coarse:h-10"
            onClick={() => void copy()}
          >
            <Icon aria-hidden />
            {isCopied ? strings.settings.copied : strings.settings.copy}
          </Button>
        </div>
      )}
    </Field>
  );
}
