"use client";

import { useState } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { Switch } from "../ui/switch.tsx";
import { Textarea } from "../ui/textarea.tsx";
import { Sample } from "./sample.tsx";

const roles = [
  { value: "agent", label: "Agent", hint: "reads and answers" },
  { value: "admin", label: "Admin", hint: "manages too" },
] as const;

/** @param name tells the controls of one theme from those of the other */
export function Fields({ name }: { name: string }) {
  const [role, setRole] = useState<(typeof roles)[number]["value"]>("agent");
  const [isOn, setIsOn] = useState(true);
  return (
    <>
      <Sample name="Field: plain, with a hint, with an error, off">
        <div className="grid grow grid-cols-2 gap-3 max-pair:grid-cols-1">
          <Field label="Name">{(control) => <Input {...control} defaultValue="Ada Kern" />}</Field>
          <Field label="Sender name" hint="What others see.">
            {(control) => <Input {...control} placeholder="Support" />}
          </Field>
          <Field label="E-mail address" error="Not an e-mail address.">
            {(control) => <Input {...control} defaultValue="ada@" />}
          </Field>
          <Field label="Server">{(control) => <Input {...control} disabled defaultValue="imap.acme.test" />}</Field>
          <Field label="Signature">
            {(control) => <Textarea {...control} rows={2} defaultValue={"Kind regards\nAda"} />}
          </Field>
          <Field label="Role">
            {(control) => <Select {...control} value={role} options={roles} onValueChange={setRole} />}
          </Field>
        </div>
      </Sample>
      <Sample name="Checkbox: off, on, some, disabled">
        <Checkbox aria-label={`Select none, ${name}`} checked={false} />
        <Checkbox aria-label={`Select all, ${name}`} checked />
        <Checkbox aria-label={`Select some, ${name}`} checked="indeterminate" />
        <Checkbox aria-label={`Cannot be selected, ${name}`} disabled />
      </Sample>
      <Sample name="Switch: on or off, disabled">
        <Switch aria-label={`Agents may connect, ${name}`} checked={isOn} onCheckedChange={setIsOn} />
        <Switch aria-label={`Cannot be switched, ${name}`} disabled />
      </Sample>
    </>
  );
}
