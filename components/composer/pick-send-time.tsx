"use client";

import { useState, type FormEvent } from "react";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export type PickSendTimeProps = { onPick: (at: Date) => void; onClose: () => void };

/** An hour of one's own for a mail to leave. */
export function PickSendTime({ onPick, onClose }: PickSendTimeProps) {
  const strings = useStrings();
  const words = strings.composer;
  const [value, setValue] = useState("");
  const [isPast, setIsPast] = useState(false);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const at = new Date(value);
    if (at.getTime() > Date.now()) onPick(at);
    else setIsPast(true);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={words.sendLater} className="max-w-sm">
      <form onSubmit={handleSubmit} className="flex flex-col gap-3">
        <Field label={words.sendTime} error={isPast ? words.sendTimePast : undefined}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="primary" className="self-end">
          {words.sendLater}
        </Button>
      </form>
    </Dialog>
  );
}
