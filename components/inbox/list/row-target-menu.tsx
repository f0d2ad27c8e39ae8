"use client";

import { Suspense, useEffect, useRef, type ComponentType } from "react";
import type { Conversation } from "#lib/contracts/conversation";
import type { TargetMenuProps } from "../../conversation/target-menu.ts";
import { useInboxState, type WantedMenu } from "../inbox-state.tsx";
import { rowElementId } from "./row-id.ts";
import { later } from "../../ui/later.tsx";

type MenuName = NonNullable<WantedMenu>;

const menus: Record<MenuName, ComponentType<TargetMenuProps>> = {
  assign: later(async () => (await import("../../conversation/assignee-menu.tsx")).AssigneeMenu),
  tag: later(async () => (await import("../../conversation/tag-menu.tsx")).TagMenu),
  snooze: later(async () => (await import("../../conversation/snooze-menu.tsx")).SnoozeMenu),
  move: later(async () => (await import("../../folders/move-to-folder.tsx")).MoveToFolder),
};

/** The menu that a key asked for about the row under the cursor: it hangs from that row, and selects nothing. */
export function RowTargetMenu({ rows }: { rows: readonly Conversation[] }) {
  const name = useInboxState((state) => state.wantedMenu);
  const rowId = useInboxState((state) => state.menuRowId);
  const setWantedMenu = useInboxState((state) => state.setWantedMenu);
  const row = rowId === null ? undefined : rows.find(({ id }) => id === rowId);
  const isGone = rowId !== null && row === undefined;
  useEffect(() => {
    if (isGone) setWantedMenu(null);
  }, [isGone, setWantedMenu]);
  if (!row || name === null) return null;
  return <Hanging key={`${name} ${row.id}`} name={name} row={row} onClose={() => setWantedMenu(null)} />;
}

type HangingProps = { name: MenuName; row: Conversation; onClose: () => void };

function Hanging({ name, row, onClose }: HangingProps) {
  const hangsFrom = useRef(document.querySelector<HTMLElement>(`#${rowElementId(row.id)}`));
  const Menu = menus[name];
  return (
    <Suspense>
      <Menu rows={[row]} hangsFrom={hangsFrom} open onOpenChange={(open) => !open && onClose()} />
    </Suspense>
  );
}
