import type { ReactNode } from "react";
import { MenuItem, MenuSeparator } from "./menu.tsx";

/** Something that a menu offers, whichever menu it is. */
export type MenuAct = {
  id: string;
  label: string;
  icon: ReactNode;
  keys?: string | undefined;
  isDanger?: boolean;
  isDisabled?: boolean;
  run: () => void;
};

/** What does not apply is null. */
export type MenuActGroup = readonly (MenuAct | null)[];

/** Groups of acts, with a line between those that have any. */
export function MenuActs({ groups }: { groups: readonly MenuActGroup[] }) {
  const shown = groups.map((group) => group.filter((act) => act !== null)).filter((group) => group.length > 0);
  return shown.map((group, index) => (
    <div key={group[0]?.id} className="contents">
      {index > 0 && <MenuSeparator />}
      {group.map(({ id, label, icon, keys, isDanger = false, isDisabled = false, run }) => (
        <MenuItem key={id} icon={icon} keys={keys} isDanger={isDanger} disabled={isDisabled} onSelect={run}>
          {label}
        </MenuItem>
      ))}
    </div>
  ));
}
