import { expect, type Locator, type Page } from "@playwright/test";
import type { ConversationView } from "#lib/contracts/vocabulary";
import { en as strings } from "#lib/strings/en";
import type { Person } from "../support/people.ts";

const words = strings.inbox;

/** Sidebar and list. Locators are nouns, methods are what an agent does. */
export class InboxPage {
  readonly page: Page;
  readonly sidebar: Locator;
  readonly conversations: Locator;
  readonly title: Locator;
  readonly search: Locator;
  readonly agentMenu: Locator;
  readonly toasts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sidebar = page.getByRole("navigation", { name: words.navigation });
    this.conversations = page.getByRole("list", { name: words.conversations }).getByRole("listitem");
    this.title = page.getByRole("region", { name: words.conversations }).getByRole("heading").first();
    this.search = page.getByRole("combobox", { name: words.searchLabel });
    this.agentMenu = page.getByRole("button", { name: words.agentMenu });
    this.toasts = page.getByRole("region", { name: strings.common.notifications }).getByRole("listitem");
  }

  async goTo(view: ConversationView = "open"): Promise<void> {
    await this.page.goto(`/inbox/${view}`);
    await expect(this.sidebar.getByText(strings.live.states.live).filter({ visible: true })).toBeVisible();
  }

  conversation(subject: string): Locator {
    return this.conversations.filter({ hasText: subject });
  }

  /** The mark of a conversation with mail that nobody has looked at. */
  unseenMark(subject: string): Locator {
    return this.conversation(subject).getByRole("img", { name: words.unseen });
  }

  flag(subject: string): Locator {
    return this.conversation(subject).getByLabel(words.flagged);
  }

  assignee(subject: string, person: Person): Locator {
    return this.conversation(subject).getByLabel(words.assignedTo(person.name));
  }

  async open(subject: string): Promise<void> {
    await this.conversation(subject).getByRole("link").click();
    await expect(this.page.getByRole("heading", { level: 2, name: subject })).toBeVisible();
  }

  /** Follows a view's link in the sidebar. */
  async show(view: ConversationView): Promise<void> {
    const link = this.sidebar.getByRole("link", { name: new RegExp(`^${words.views[view]}\\b`) });
    const more = this.sidebar.getByRole("button", { name: words.more });
    if (!(await link.first().isVisible()) && (await more.isVisible())) await more.click();
    await link.first().click();
    await expect(this.title).toHaveText(words.views[view]);
  }

  async undo(): Promise<void> {
    await this.toasts.getByRole("button", { name: strings.common.undo }).first().click();
  }

  async find(query: string): Promise<void> {
    await this.search.fill(query);
    await this.search.press("Enter");
  }

  async unfoldAccount(name: string): Promise<Locator> {
    const button = this.page.getByRole("button", { name: words.expandAccount(name) });
    await button.click();
    return this.sidebar.getByRole("listitem").filter({ has: button }).getByRole("list").getByRole("link");
  }

  async signOut(): Promise<void> {
    await this.agentMenu.click();
    await this.page.getByRole("menuitem", { name: words.signOut }).click();
  }
}
