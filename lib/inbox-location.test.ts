import { expect, it } from "vitest";
import { inboxHref, parseInboxLocation } from "./inbox-location.ts";

const parse = (href: string) => {
  const url = new URL(href, "https://postroom.test");
  return parseInboxLocation(url.pathname, url.searchParams);
};

it.each([
  "/inbox/open",
  "/inbox/mine/42",
  "/inbox/all?account=3&folder=7&sort=oldest",
  "/inbox/all/9?q=from%3Aada+%22on+fire%22",
])("comes back from its own link: %s", (href) => {
  const location = parse(href);
  expect(location && inboxHref(location.filter, location.conversationId)).toBe(href);
});

it("reads nothing that makes no sense", () => {
  expect(parse("/inbox/purple")).toBeUndefined();
  expect(parse("/settings/accounts")).toBeUndefined();
  expect(parse("/inbox/open?account=-1&folder=x&sort=loud")).toEqual({
    filter: { view: "open", sort: "newest" },
    conversationId: null,
  });
});
