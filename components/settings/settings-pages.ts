import {
  Activity,
  ArrowDownUp,
  AtSign,
  Inbox,
  KeyRound,
  LogIn,
  MessageSquareText,
  SlidersHorizontal,
  Tag,
  User,
  Users,
  type LucideIcon,
} from "lucide-react";

type SettingsPageName =
  | "accounts"
  | "inboxes"
  | "agents"
  | "tags"
  | "canned-replies"
  | "sync-health"
  | "transfers"
  | "mail-sign-in"
  | "general"
  | "profile"
  | "security";

type SettingsGroup = { name: "team" | "system" | "you"; pages: [SettingsPageName, LucideIcon][] };

/** Nobody else can do anything there. */
export const adminPages: ReadonlySet<SettingsPageName> = new Set(["general", "mail-sign-in"]);

export const settingsGroups: readonly SettingsGroup[] = [
  {
    name: "team",
    pages: [
      ["accounts", AtSign],
      ["inboxes", Inbox],
      ["agents", Users],
      ["tags", Tag],
      ["canned-replies", MessageSquareText],
    ],
  },
  {
    name: "system",
    pages: [
      ["sync-health", Activity],
      ["transfers", ArrowDownUp],
      ["mail-sign-in", LogIn],
      ["general", SlidersHorizontal],
    ],
  },
  {
    name: "you",
    pages: [
      ["profile", User],
      ["security", KeyRound],
    ],
  },
];
