"use client";

import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { meOptions } from "#lib/query/agents";
import { useFirstStrings } from "../../language/use-first-strings.ts";
import { LiveMark } from "../../live/live-mark.tsx";
import { Avatar } from "../../ui/avatar.tsx";

export function AgentButton(props: ComponentProps<"button">) {
  const words = useFirstStrings().inbox;
  const { data: me } = useQuery(meOptions());
  return (
    <button
      type="button"
      {...props}
      className="flex min-w-0 items-center gap-2 rounded-md p-2 text-left @max-[8rem]/side:gap-1 @max-[8rem]/side:px-1.5 hover:bg-hover aria-expanded:bg-hover"
    >
      <Avatar name={me?.name ?? ""} />
      <span className="min-w-0 grow truncate @max-[8rem]/side:hidden">{me?.name}</span>
      <LiveMark />
      <span className="sr-only">{words.agentMenu}</span>
    </button>
  );
}
