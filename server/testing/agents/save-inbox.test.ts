import { describe, expect, it } from "vitest";
import { isAppError } from "../../errors.ts";
import { listInboxes } from "../../queries/inboxes/list-inboxes.ts";
import { readInbox } from "../../queries/inboxes/read-inbox.ts";
import { build } from "../build.ts";
import { useFreshStore } from "../fresh-store.ts";
import { saveInbox } from "../../commands/inboxes/save-inbox.ts";

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

describe("saveInbox", () => {
  useFreshStore();

  it("makes an inbox with its maker in it, renames it, and chooses its members", async () => {
    const [admin, agent] = [await build.agent({ role: "admin" }), await build.agent()];
    const id = await saveInbox(admin, null, { name: "Sales" });
    expect(await readInbox(admin, id)).toEqual({ id, name: "Sales", color: 0, memberIds: [admin.id] });
    await saveInbox(admin, id, { name: "Sales & more", color: 4, memberIds: [agent.id, agent.id] });
    expect(await readInbox(admin, id)).toEqual({ id, name: "Sales & more", color: 4, memberIds: [agent.id] });
    await saveInbox(admin, id, { name: "Sales" });
    expect((await readInbox(admin, id)).memberIds).toEqual([agent.id]);
  });

  it("refuses agents, unknown inboxes and unknown members, and changes nothing then", async () => {
    const admin = await build.agent({ role: "admin" });
    const id = await saveInbox(admin, null, { name: "Sales" });
    expect(await codeOf(saveInbox(await build.agent(), id, { name: "x" }))).toBe("forbidden");
    expect(await codeOf(saveInbox(admin, 99, { name: "x" }))).toBe("not_found");
    expect(await codeOf(saveInbox(admin, id, { name: "x", memberIds: [99] }))).toBe("invalid");
    expect(await readInbox(admin, id)).toEqual({ id, name: "Sales", color: 0, memberIds: [admin.id] });
  });

  it("is listed for members and admins", async () => {
    const admin = await build.agent({ role: "admin" });
    const [own, other] = [await build.inbox(), await build.inbox()];
    const agent = await build.agent({ inboxIds: [own.id] });
    expect((await listInboxes(agent)).items.map(({ id }) => id)).toEqual([own.id]);
    expect((await listInboxes(admin)).items.map(({ id }) => id)).toEqual([own.id, other.id]);
    expect(await codeOf(readInbox(agent, other.id))).toBe("not_found");
  });
});
