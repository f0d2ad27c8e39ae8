import { AtSign, Inbox, KeyRound, SlidersHorizontal, Tag, User, Users, type LucideIcon } from "lucide-react";

type SettingsPageName = "accounts" | "inboxes" | "agents" | "tags" | "general" | "profile" | "security";

type SettingsGroup = {
  name: "team" | "system" | "you";
  isForAdmins?: boolean;
  pages: [SettingsPageName, LucideIcon][];
};

export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: "team",
    pages: [
      ["accounts", AtSign],
      ["inboxes", Inbox],
      ["agents", Users],
      ["tags", Tag],
    ],
  },
  { name: "system", isForAdmins: true, pages: [["general", SlidersHorizontal]] },
  {
    name: "you",
    pages: [
      ["profile", User],
      ["security", KeyRound],
    ],
  },
];
