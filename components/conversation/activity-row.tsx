"use client";

import { useQuery } from "@tanstack/react-query";
import {
  AlarmClock,
  Check,
  CircleAlert,
  CircleX,
  CornerUpLeft,
  FolderInput,
  Hourglass,
  Merge,
  RotateCcw,
  Split,
  Tag,
  Undo2,
  User,
  type LucideIcon,
} from "lucide-react";
import { z } from "zod";
import type { Activity } from "#lib/contracts/conversation";
import type { ActivityKind } from "#lib/contracts/vocabulary";
import { agentsOptions } from "#lib/query/agents";
import { tagsOptions } from "#lib/query/tags";
import type { Strings } from "#lib/strings/strings";
import { dayAndTime } from "#lib/time";
import { useStrings } from "../language/use-strings.ts";
import { Time } from "../ui/time.tsx";
import { useNow } from "../ui/use-now.ts";

const icons: Record<ActivityKind, LucideIcon> = {
  assigned: User,
  unassigned: User,
  opened: RotateCcw,
  pended: Hourglass,
  closed: Check,
  reopened: RotateCcw,
  snoozed: AlarmClock,
  unsnoozed: AlarmClock,
  merged: Merge,
  moved: FolderInput,
  deleted: CircleX,
  undeleted: Undo2,
  tagged: Tag,
  untagged: Tag,
  detached: Split,
  sent: CornerUpLeft,
  "send-failed": CircleAlert,
  "act-failed": CircleAlert,
};

/** What the kinds carry; what is missing is said in general words. */
const Data = z.object({
  assigneeId: z.number().optional(),
  tagId: z.number().optional(),
  tagName: z.string().optional(),
  until: z.string().optional(),
  act: z.enum(["move", "expunge", "store-flags", "store-labels", "append-sent", "tidy-sent"]).optional(),
  reason: z.string().optional(),
  role: z.enum(["inbox", "sent", "drafts", "trash", "junk", "archive", "all", "none"]).optional(),
});

/** One thing that was done, in a thin grey line. */
export function ActivityRow({ activity }: { activity: Activity }) {
  const strings = useStrings();
  const words = strings.conversation.activity;
  const { data: agents = [] } = useQuery(agentsOptions());
  const { data: tags = [] } = useQuery(tagsOptions());
  const data = Data.safeParse(activity.data).data ?? {};
  const now = useNow();
  const Icon = icons[activity.kind];
  const sentence = sentenceOf(strings, activity, {
    assignee: agents.find((agent) => agent.id === data.assigneeId)?.name ?? words.somebody,
    tag: data.tagName ?? tags.find((tag) => tag.id === data.tagId)?.name ?? "",
    until:
      data.until === undefined || now === null
        ? ""
        : dayAndTime(new Date(data.until), now, strings.locale, strings.common.timeWithin),
    where: data.role === undefined || data.role === "none" ? words.elsewhere : strings.inbox.roles[data.role],
    isOwn: data.assigneeId === activity.agent?.id,
    act: data.act ?? "other",
    reason: strings.common.reason(data.reason ?? ""),
  });
  return (
    <p className="flex items-center gap-2 px-3.5 text-xs text-ink-3">
      <Icon aria-hidden className="size-[13px]!" />
      <span>
        {/* The last word comes along where the time has no room: a line does not begin with the dot. */}
        {sentence}
        {"\u00a0"}·{"\u00a0"}
        <Time instant={activity.createdAt} form="full" className="tabular-nums" />
      </span>
    </p>
  );
}

type Parts = {
  assignee: string;
  tag: string;
  until: string;
  where: string;
  isOwn: boolean;
  act: keyof Strings["conversation"]["activity"]["actFailed"];
  reason: string;
};

function sentenceOf(strings: Strings, { kind, agent }: Activity, parts: Parts): string {
  const words = strings.conversation.activity;
  const who = agent?.name || words.postroom;
  switch (kind) {
    case "assigned":
      return parts.isOwn ? words.tookIt(who) : words.assigned(who, parts.assignee);
    case "reopened":
      return agent ? words.reopened(who) : words.reopenedByMail;
    case "snoozed":
      return words.snoozed(who, parts.until);
    case "unsnoozed":
      return agent ? words.unsnoozed(who) : words.woke;
    case "merged":
      return words.merged;
    case "moved":
      return words.moved(who, parts.where);
    case "tagged":
    case "untagged":
      return words[kind](who, parts.tag);
    case "send-failed":
      return words.because(words.sendFailed, parts.reason);
    case "act-failed":
      return words.because(words.actFailed[parts.act], parts.reason);
    case "unassigned":
    case "opened":
    case "pended":
    case "closed":
    case "deleted":
    case "undeleted":
    case "detached":
    case "sent":
      return words[kind](who);
    default:
      return kind satisfies never;
  }
}
