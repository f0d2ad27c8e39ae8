// What checks the answers is there from the start, as after the first moments of a page.
import "./answers.ts";
import { afterEach, expect, it, vi } from "vitest";
import type { ActOnConversations, ConversationAct } from "../contracts/conversation-act.ts";
import { sendAct } from "./send-acts.ts";

const flag = (conversationId: number): ConversationAct => ({ conversationId, act: "flagged", on: true });

/** A server that answers when it is told to, and knows no conversation 13. */
function fakeServer() {
  const asked: number[][] = [];
  const answers: (() => void)[] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: { body: string }) => {
    const { acts } = JSON.parse(body) as ActOnConversations;
    asked.push(acts.map((act) => act.conversationId));
    await new Promise<void>((resolve) => answers.push(resolve));
    const index = acts.findIndex((act) => act.conversationId === 13);
    return Response.json({ failures: index === -1 ? [] : [{ index, code: "not_found", detail: "Gone." }] });
  });
  return {
    asked,
    answer: () => vi.waitFor(() => expect(answers.length).toBeGreaterThan(0)).then(() => answers.shift()?.()),
  };
}

afterEach(() => vi.unstubAllGlobals());

it("sends what is asked for at once in one request, and what comes meanwhile in the next", async () => {
  const server = fakeServer();
  const first = [sendAct(flag(1)), sendAct(flag(2))];
  await vi.waitFor(() => expect(server.asked).toHaveLength(1));
  const then = [sendAct(flag(3)), sendAct(flag(1)), sendAct(flag(4))];
  await server.answer();
  expect(await Promise.all(first)).toEqual([undefined, undefined]);
  await server.answer();
  await Promise.all(then);
  expect(server.asked).toEqual([
    [1, 2],
    [3, 1, 4],
  ]);
});

it("tells each act whether it was the one that failed", async () => {
  const server = fakeServer();
  const acts = [sendAct(flag(1)), sendAct(flag(13))];
  await server.answer();
  expect(await Promise.all(acts)).toMatchObject([undefined, { code: "not_found", message: "Gone." }]);
});
