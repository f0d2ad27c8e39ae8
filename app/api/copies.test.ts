import { describe, expect, it } from "vitest";
import { TransferDetails } from "#lib/contracts/transfer";
import type { Agent } from "#server/auth/agent";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { transferRow } from "#server/testing/transfers/transfer-mail";
import * as copies from "./copies/route.ts";

async function team() {
  const inbox = await build.inbox();
  const [from, to] = [await build.account({ inboxId: inbox.id }), await build.account({ inboxId: inbox.id })];
  const readOnly = await build.account({ inboxId: inbox.id, mode: "read-only" });
  const foreign = await build.account({ inboxId: (await build.inbox()).id });
  const member = await build.agent({ inboxIds: [inbox.id] });
  return { from, to, readOnly, foreign, member, folder: await build.folder({ accountId: from.id }) };
}

describe("a copy of an account", () => {
  useFreshStore();

  const begin = (agent: Agent, fromAccountId: number, toAccountId: number, rest = {}) =>
    ask(copies.POST, { agent, body: { fromAccountId, folderIds: null, toAccountId, belowFolderId: null, ...rest } });

  it("waits for its turn among what is done to the account that it goes to", async () => {
    const { from, to, member, folder } = await team();
    const response = await begin(member, from.id, to.id, { folderIds: [folder.id] });
    expect(response.status).toBe(202);
    const { id } = TransferDetails.parse(await response.json());
    expect(await transferRow(id)).toMatchObject({ kind: "copy", accountId: to.id, state: "queued" });
  });

  it("goes neither from nor to an account that is not seen", async () => {
    const { from, to, foreign, member } = await team();
    expect((await begin(member, foreign.id, to.id)).status).toBe(404);
    expect((await begin(member, from.id, foreign.id)).status).toBe(404);
  });

  it("is refused for an account that is connected read-only, and into itself", async () => {
    const { from, readOnly, member } = await team();
    expect((await begin(member, from.id, readOnly.id)).status).toBe(409);
    expect((await begin(member, from.id, from.id)).status).toBe(422);
  });

  it("takes folders of its account alone, and goes below one of the other's", async () => {
    const { from, to, member, folder } = await team();
    const other = await build.folder({ accountId: to.id });
    expect((await begin(member, from.id, to.id, { folderIds: [other.id] })).status).toBe(422);
    expect((await begin(member, from.id, to.id, { belowFolderId: folder.id })).status).toBe(422);
    expect((await begin(member, from.id, to.id, { belowFolderId: other.id })).status).toBe(202);
  });
});
