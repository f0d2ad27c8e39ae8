import { describe, expect, it } from "vitest";
import type { Agent } from "#server/auth/agent";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { transferRow } from "#server/testing/transfers/transfer-mail";
import * as resume from "./transfers/[id]/resume/route.ts";

describe("a transfer that waits", () => {
  useFreshStore();

  const later = new Date(Date.now() + 3_600_000);
  const waiting = (askedById: number, code: string) => build.transfer({ askedById, state: "waiting", stateDetail: { code }, resumeAt: later }); // prettier-ignore
  const tryNow = (agent: Agent, id: number) => ask(resume.POST, { agent, params: { id: String(id) } });

  it.each(["over_quota", "disk_full", "error"])("because of %s is tried again when its asker says so", async (code) => {
    const agent = await build.agent();
    const { id } = await waiting(agent.id, code);
    expect((await tryNow(agent, id)).status).toBe(204);
    const { state, resumeAt } = await transferRow(id);
    expect([state, resumeAt !== null && resumeAt < later]).toEqual(["waiting", true]);
  });

  it("for a person, an account or a server's word is not hurried", async () => {
    const agent = await build.agent();
    for (const code of ["to_confirm", "uploading", "held", "not_connected"]) {
      const { id } = await waiting(agent.id, code);
      expect((await tryNow(agent, id)).status).toBe(409);
      expect((await transferRow(id)).resumeAt).toEqual(later);
    }
  });

  it("is there for who asked for it and for admins alone", async () => {
    const { id } = await waiting((await build.agent()).id, "over_quota");
    expect((await tryNow(await build.agent(), id)).status).toBe(404);
    expect((await tryNow(await build.agent({ role: "admin" }), id)).status).toBe(204);
  });
});
