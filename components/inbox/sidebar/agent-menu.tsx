"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { LogOut, Monitor, Moon, Rows2, Rows3, Settings, Sun, User } from "lucide-react";
import { useRouter } from "next/navigation";
import { meOptions } from "#lib/query/agents";
import { signOut } from "#lib/query/session";
import { useStrings } from "../../language/use-strings.ts";
import { Menu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "../../ui/menu.tsx";
import { themes, useTheme, type Theme } from "../../ui/use-theme.ts";
import { useDensity } from "../use-density.ts";
import { AgentButton } from "./agent-button.tsx";

const themeIcons = { system: Monitor, light: Sun, dark: Moon } satisfies Record<Theme, unknown>;

export type AgentMenuProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Who is signed in, whether the stream is live, and what is theirs alone. */
export function AgentMenu({ isOpen, onOpenChange }: AgentMenuProps) {
  const strings = useStrings();
  const words = strings.inbox;
  const router = useRouter();
  const { data: me } = useQuery(meOptions());
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const leave = useMutation({ mutationFn: signOut, onSettled: () => window.location.assign("/sign-in") });
  return (
    <Menu side="top" open={isOpen} onOpenChange={onOpenChange} trigger={<AgentButton />}>
      <MenuLabel>{me?.emailAddress}</MenuLabel>
      <MenuItem icon={<User aria-hidden />} onSelect={() => router.push("/settings/profile")}>
        {words.profile}
      </MenuItem>
      <MenuItem icon={<Settings aria-hidden />} onSelect={() => router.push("/settings/accounts")}>
        {words.settings}
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>{strings.common.theme.label}</MenuLabel>
      {themes.map((choice) => {
        const Icon = themeIcons[choice];
        return (
          <MenuCheckItem
            key={choice}
            icon={<Icon aria-hidden />}
            checked={theme === choice}
            onCheckedChange={() => setTheme(choice)}
          >
            {strings.common.theme[choice]}
          </MenuCheckItem>
        );
      })}
      <MenuSeparator />
      <MenuLabel>{words.density}</MenuLabel>
      <MenuCheckItem
        icon={<Rows2 aria-hidden />}
        checked={density === "comfortable"}
        onCheckedChange={() => setDensity("comfortable")}
      >
        {words.comfortable}
      </MenuCheckItem>
      <MenuCheckItem
        icon={<Rows3 aria-hidden />}
        checked={density === "compact"}
        onCheckedChange={() => setDensity("compact")}
      >
        {words.oneLine}
      </MenuCheckItem>
      <MenuSeparator />
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => leave.mutate()}>
        {words.signOut}
      </MenuItem>
    </Menu>
  );
}
