/** What can be found in the settings, in the order of the pages. */
export const settingNames = [
  "connectAccount",
  "accounts",
  "inboxes",
  "tagKeywords",
  "agents",
  "invitations",
  "tags",
  "cannedReplies",
  "syncHealth",
  "transfers",
  "mailSignIn",
  "workspaceName",
  "agentsMayConnect",
  "name",
  "signature",
  "language",
  "theme",
  "density",
  "password",
  "sessions",
  "tokens",
] as const;
export type SettingName = (typeof settingNames)[number];

/** What else people call each, when they look for it. */
const synonyms: Record<SettingName, string> = {
  connectAccount: "add mailbox e-mail imap smtp gmail outlook google microsoft new",
  accounts: "mailboxes e-mail addresses pause disconnect remove server password folders",
  inboxes: "team shared members queue colour",
  tagKeywords: "keywords labels imap gmail server sync",
  agents: "people users team members roles admin deactivate forgotten password link",
  invitations: "invite colleague user join add links",
  tags: "labels categories colours",
  cannedReplies: "templates saved responses snippets macros standard answers text blocks placeholders slash",
  syncHealth: "status errors problems compare missing mail lag quarantine",
  transfers: "backup download mbox maildir eml migrate copy archive takeout",
  mailSignIn: "oauth google microsoft client id single sign-on",
  workspaceName: "company team organisation title",
  agentsMayConnect: "permission rights own mailbox allow",
  name: "display author me",
  signature: "footer sign-off closing greeting",
  language: "english german deutsch locale translation",
  theme: "dark mode light night appearance colours black",
  density: "compact rows lines spacing display appearance",
  password: "change passphrase sign in security",
  sessions: "devices browsers sign out logout log security",
  tokens: "api key script access developer integration",
};

export const findEn = {
  label: "Find a setting",
  group: "Settings",
  count: (count: number) => (count === 1 ? "1 setting" : `${count} settings`),
  none: "No setting of that name.",
  tagKeywords: "Tags on mail servers",
  synonyms,
};
