"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import type { MailAddress } from "#lib/contracts/address";
import type { Message } from "#lib/contracts/message";
import { messageTextOptions } from "#lib/query/messages";
import { fullTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Authentication } from "./details/authentication.tsx";
import { HeaderTable } from "./details/header-table.tsx";
import { SourceView } from "./details/source-view.tsx";

export type MessageDetailsProps = { message: Message; open: boolean; onOpenChange: (open: boolean) => void };

type Part = "details" | "headers" | "source";

/** The whole of its envelope, what the server found out about its sender, and the mail as it came. */
export function MessageDetails({ message, open, onOpenChange }: MessageDetailsProps) {
  const words = useStrings().conversation;
  const [part, setPart] = useState<Part>("details");
  const parts = (["details", "headers", "source"] as const).map((value) => ({ value, label: words.parts[value] }));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.detailsTitle}
      className="max-w-2xl"
      footer={
        <Button asChild>
          <a href={`/api/messages/${message.id}/source`} download>
            <Download aria-hidden />
            {words.downloadSource}
          </a>
        </Button>
      }
    >
      <Tabs value={part} options={parts} onValueChange={setPart} label={words.partsLabel} className="mb-3" />
      {open && part === "details" && <Headers message={message} />}
      {open && part !== "details" && <SourceView messageId={message.id} part={part} />}
    </Dialog>
  );
}

function Headers({ message }: { message: Message }) {
  const strings = useStrings();
  const { data: text } = useQuery(messageTextOptions(message.id));
  const names = strings.conversation.headerNames;
  const main: [string, string][] = [
    [names.from, addressList([message.from])],
    [names.replyTo, addressList(message.replyTo)],
    [names.to, addressList(message.to)],
    [names.cc, addressList(message.cc)],
    [names.date, fullTime(new Date(message.sentAt ?? message.receivedAt), strings.locale)],
    [names.subject, message.subject],
    [names.id, message.internetMessageId],
  ];
  return (
    <>
      {text && message.direction === "in" && <Authentication headers={text.headers} />}
      <HeaderTable rows={[...main.filter(([, value]) => value !== ""), ...Object.entries(text?.headers ?? {})]} />
    </>
  );
}

function addressList(people: readonly MailAddress[]): string {
  return people.map(({ name, address }) => (name === "" ? address : `${name} <${address}>`)).join(", ");
}
