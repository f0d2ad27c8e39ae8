"use client";

import { Inbox } from "lucide-react";
import { useStrings } from "../language/use-strings.ts";
import { EmptyState } from "../ui/empty-state.tsx";

export function NothingOpen() {
  const words = useStrings().conversation;
  return <EmptyState icon={Inbox} {...words.none} className="grow" />;
}
