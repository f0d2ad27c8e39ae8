import {
  beginTour,
  compare,
  fillAddress,
  fillProvider,
  findCommand,
  findSetting,
  newFolder,
  openFile,
  openRowMenu,
  press,
  refuse,
  reply,
  suggest,
  unfoldFolders,
  visitInvitation,
} from "./prepare.ts";
import { composerShots } from "./composer-shots.ts";
import { strings, type Shot } from "./shot.ts";
import type { Page } from "@playwright/test";

const settled = (page: Page) => page.getByText(strings.inbox.roles.junk, { exact: true }).first().waitFor();

/** What there is to see in the demo, for who is signed in. */
export const shots: Shot[] = [
  { name: "inbox", path: "/inbox/open" },
  { name: "conversation", path: "/inbox/open", subject: "Wholesale price list" },
  { name: "order", path: "/inbox/open", subject: "Order 48213 arrived damaged" },
  { name: "newsletter", path: "/inbox/all", subject: "Autumn stews" },
  { name: "composer", path: "/inbox/open", subject: "Cannot sign in", prepare: reply },
  ...composerShots,
  { name: "search", path: "/inbox/all?q=order" },
  { name: "no-results", path: "/inbox/all?q=zeppelin" },
  { name: "empty-view", path: "/inbox/junk?tag=1" },
  { name: "closed", path: "/inbox/closed" },
  { name: "accounts", path: "/settings/accounts" },
  { name: "account-folders", path: "/settings/accounts/1", prepare: settled },
  { name: "sync-health", path: "/settings/sync-health?account=1", prepare: compare },
  { name: "connect", path: "/settings/accounts/connect" },
  { name: "connect-server", path: "/settings/accounts/connect", prepare: fillAddress },
  { name: "agents", path: "/settings/agents" },
  { name: "inboxes", path: "/settings/inboxes" },
  { name: "tags", path: "/settings/tags" },
  { name: "transfers", path: "/settings/transfers" },
  { name: "general", path: "/settings/general" },
  { name: "profile", path: "/settings/profile" },
  { name: "security", path: "/settings/security" },
  { name: "components", path: "/dev/ui", isWhole: true },
  { name: "folder-tree", path: "/inbox/open", prepare: unfoldFolders, isWide: true },
  { name: "new-folder", path: "/settings/accounts/1", prepare: newFolder },
  { name: "move-picker", path: "/inbox/open", subject: "Wholesale price list", prepare: (page) => press(page, "v") },
  { name: "snooze-menu", path: "/inbox/open", subject: "Wholesale price list", prepare: (page) => press(page, "h") },
  { name: "row-menu", path: "/inbox/open", prepare: openRowMenu },
  { name: "bulk-bar", path: "/inbox/open", prepare: (page) => press(page, "j", "x", "j", "x", "j", "x") },
  { name: "suggestions", path: "/inbox/open", prepare: suggest, isWide: true },
  { name: "lightbox", path: "/inbox/all", subject: "Order 48213 arrived damaged", prepare: openFile },
  { name: "new-mail", path: "/inbox/open", prepare: (page) => press(page, "c") },
  { name: "palette", path: "/inbox/open", prepare: findCommand },
  { name: "keys", path: "/inbox/open", prepare: (page) => press(page, "?") },
  { name: "tour", path: "/inbox/open", prepare: beginTour, isWide: true },
  { name: "settings", path: "/settings", prepare: findSetting },
  { name: "found-setting", path: "/settings/profile?setting=theme" },
  { name: "connect-oauth", path: "/settings/accounts/connect", prepare: fillProvider },
  { name: "mail-sign-in", path: "/settings/mail-sign-in" },
  { name: "invitation", path: "/settings/agents", prepare: visitInvitation },
];

/** What nobody is signed in for. */
export const publicShots: Shot[] = [
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-refused", path: "/sign-in", prepare: refuse },
  { name: "invitation-ended", path: "/invite/none" },
  { name: "setup-ended", path: "/setup?token=none" },
];

/** The screens of the setup after the first. */
export const setupShots: Shot[] = [
  { name: "setup-inbox", path: "/setup/inbox" },
  { name: "setup-mail", path: "/setup/mail" },
  { name: "setup-ready", path: "/setup/ready", isWhole: true },
];
