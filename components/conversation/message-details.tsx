"use client";

import { useQuery } from "@tanstack/react-query";
import { FileCode } from "lucide-react";
import type { MailAddress } from "#lib/contracts/address";
import type { Message } from "#lib/contracts/message";
import { messageTextOptions } from "#lib/query/messages";
import { fullTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

export type MessageDetailsProps = { message: Message; open: boolean; onOpenChange: (open: boolean) => void };

/** The whole of its envelope, and the headers as they came. */
export function MessageDetails({ message, open, onOpenChange }: MessageDetailsProps) {
  const words = useStrings().conversation;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.detailsTitle}
      className="max-w-2xl"
      footer={
        <Button asChild>
          <a href={`/api/messages/${message.id}/source`} target="_blank" rel="noopener">
            <FileCode aria-hidden />
            {words.source}
          </a>
        </Button>
      }
    >
      {open && <Headers message={message} />}
    </Dialog>
  );
}

function Headers({ message }: { message: Message }) {
  const strings = useStrings();
  const words = strings.conversation;
  const { data: text } = useQuery(messageTextOptions(message.id));
  const names = words.headerNames;
  const main: [string, string][] = [
    [names.from, addressList([message.from])],
    [names.replyTo, addressList(message.replyTo)],
    [names.to, addressList(message.to)],
    [names.cc, addressList(message.cc)],
    [names.date, fullTime(new Date(message.sentAt ?? message.receivedAt), strings.locale)],
    [names.subject, message.subject],
    [names.id, message.internetMessageId],
  ];
  const rows = [...main.filter(([, value]) => value !== ""), ...Object.entries(text?.headers ?? {})];
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="wrap-anywhere whitespace-pre-wrap select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function addressList(people: readonly MailAddress[]): string {
  return people.map(({ name, address }) => (name === "" ? address : `${name} <${address}>`)).join(", ");
}
