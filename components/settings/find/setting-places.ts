import type { SettingName } from "#lib/strings/find.en";
import type { Strings } from "#lib/strings/strings";

/** Where a setting is. */
type Place = {
  page: keyof Strings["settings"]["pages"];
  /** Below its page, where it has one of its own. */
  path?: string;
  /** Marked on its page by `Setting`. */
  isMarked?: true;
  /** Nobody else can change it. */
  isAdmins?: true;
};

export const settingPlaces: Record<SettingName, Place> = {
  connectAccount: { page: "accounts", path: "/connect" },
  accounts: { page: "accounts" },
  inboxes: { page: "inboxes" },
  tagKeywords: { page: "inboxes", isAdmins: true },
  agents: { page: "agents" },
  invitations: { page: "agents", isAdmins: true },
  tags: { page: "tags" },
  cannedReplies: { page: "canned-replies" },
  syncHealth: { page: "sync-health" },
  transfers: { page: "transfers" },
  mailSignIn: { page: "mail-sign-in", isAdmins: true },
  workspaceName: { page: "general", isMarked: true, isAdmins: true },
  agentsMayConnect: { page: "general", isMarked: true, isAdmins: true },
  name: { page: "profile", isMarked: true },
  signature: { page: "profile", isMarked: true },
  language: { page: "profile", isMarked: true },
  theme: { page: "profile", isMarked: true },
  density: { page: "profile", isMarked: true },
  password: { page: "profile", isMarked: true },
  sessions: { page: "security", isMarked: true },
  tokens: { page: "security", isMarked: true },
};

/** What it is called where it stands. */
export function settingLabels({ settings, accounts, agents }: Strings): Record<SettingName, string> {
  const { pages, general, profile, security, find } = settings;
  return {
    connectAccount: accounts.connect,
    accounts: pages.accounts,
    inboxes: pages.inboxes,
    tagKeywords: find.tagKeywords,
    agents: pages.agents,
    invitations: agents.invitations,
    tags: pages.tags,
    cannedReplies: pages["canned-replies"],
    syncHealth: pages["sync-health"],
    transfers: pages.transfers,
    mailSignIn: pages["mail-sign-in"],
    workspaceName: general.name,
    agentsMayConnect: general.agentsMayConnect,
    name: profile.name,
    signature: profile.signature,
    language: profile.language,
    theme: profile.theme,
    density: profile.density,
    password: profile.password,
    sessions: security.sessions,
    tokens: security.tokens,
  };
}
