import { describe, expect, it, onTestFinished, vi } from "vitest";
import { invitations } from "#db/schema/index";
import { env } from "../env.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { printSetupLink } from "./setup-link.ts";
import { hashToken } from "./tokens.ts";

function listenToStdout(): string[] {
  const lines: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text)) > 0);
  onTestFinished(() => spy.mockRestore());
  return lines;
}

describe("printSetupLink", () => {
  useFreshStore();

  it("prints a link whose token is kept as a hash only, and ends the link before", async () => {
    const lines = listenToStdout();
    await printSetupLink();
    await printSetupLink();
    const tokens = lines.map((line) => line.trim().replace(`Set up Postroom: ${env().APP_URL}/setup?token=`, ""));
    const rows = await store().read.select().from(invitations);
    expect(rows.map((row) => row.tokenHash)).toEqual(tokens.map(hashToken));
    expect(rows.map((row) => row.revokedAt === null)).toEqual([false, true]);
    expect(JSON.stringify(rows)).not.toContain(tokens[1]);
  });

  it("prints nothing once there is an admin who can sign in", async () => {
    const lines = listenToStdout();
    await build.agent({ role: "admin", passwordHash: "x" });
    await printSetupLink();
    expect(lines).toEqual([]);
  });

  it("prints a link while the only admins are deactivated, invited or no admins", async () => {
    const lines = listenToStdout();
    await build.agent({ role: "admin", passwordHash: "x", deactivatedAt: new Date() });
    await build.agent({ role: "admin" });
    await build.agent({ passwordHash: "x" });
    await printSetupLink();
    expect(lines).toHaveLength(1);
  });
});
