import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partition } from "#server/testing/partition-mails";
import { contestedIds, linkBetween, type ThreadNode } from "./threading.ts";

const isOurs = (address: string) => address.endsWith("@acme.test");

function node(id: string, from: string, to: string[], references: string[] = []): ThreadNode {
  return { internetMessageId: id, fromAddress: from, participants: [from, ...to], references };
}

/** Two mails that are all there is. */
const link = (a: ThreadNode, b: ThreadNode) => linkBetween(a, b, isOurs, contestedIds([a, b]));

const question = node("q@x", "jane@example.com", ["help@acme.test"]);
const answer = node("a@acme.test", "help@acme.test", ["jane@example.com"], ["q@x"]);

describe("linkBetween", () => {
  it("joins our answer to the question", () => {
    expect(link(question, answer)).not.toBeNull();
  });

  it("joins the customer's answer to ours, however the address is spelled", () => {
    const next = node("n@x", "Jane@Example.com", ["help@acme.test"], ["q@x", "a@acme.test"]);
    expect(link(answer, next)).not.toBeNull();
  });

  it("joins a colleague in Cc who answers", () => {
    const asked = node("q@x", "jane@example.com", ["help@acme.test", "bob@example.com"]);
    expect(link(asked, node("b@x", "bob@example.com", ["help@acme.test"], ["q@x"]))).not.toBeNull();
  });

  it("does not join a stranger who names our mail", () => {
    const forged = node("f@evil", "mallory@evil.example", ["help@acme.test", "jane@example.com"], ["q@x", "a@acme.test"]);
    expect(link(question, forged)).toBeNull();
    expect(link(answer, forged)).toBeNull();
    expect(partition([question, answer, forged], isOurs)).toEqual([[0, 1], [2]]);
  }); // prettier-ignore

  it("does not join a stranger who names the same lost mail, whoever is in Cc", () => {
    const one = node("1@x", "jane@example.com", ["help@acme.test"], ["lost@x"]);
    const forged = node("f@evil", "mallory@evil.example", ["help@acme.test", "jane@example.com"], ["lost@x"]);
    const ours = node("2@acme.test", "help@acme.test", ["jane@example.com"], ["lost@x"]);
    expect(link(one, forged)).toBeNull();
    expect(link(ours, forged)).toBeNull();
    expect(link(one, ours)).not.toBeNull();
  });

  it("joins two of one sender who name the same lost mail", () => {
    const one = node("1@x", "jane@example.com", ["help@acme.test"], ["lost@x"]);
    expect(link(one, { ...one, internetMessageId: "2@x" })).not.toBeNull();
  });

  it("joins two of ours that name one lost mail only when a customer connects them", () => {
    const toJane = node("1@acme.test", "help@acme.test", ["jane@example.com"], ["lost@x"]);
    expect(link(toJane, node("2@acme.test", "sales@acme.test", ["jane@example.com"], ["lost@x"]))).not.toBeNull();
    expect(link(toJane, node("3@acme.test", "sales@acme.test", ["bob@example.com"], ["lost@x"]))).toBeNull();
  }); // prettier-ignore

  it("takes one Message-ID of one sender for copies, of two senders for two mails", () => {
    expect(link(question, { ...question })).not.toBeNull();
    expect(link(question, node("q@x", "mallory@evil.example", ["help@acme.test"]))).toBeNull();
  });

  it("does not take a stranger's mail for the one that was answered because it goes by the same Message-ID", () => {
    const forged = node("q@x", "mallory@evil.example", ["help@acme.test", "jane@example.com"]);
    const next = node("n@x", "jane@example.com", ["help@acme.test"], ["q@x", "a@acme.test"]);
    for (const list of [[question, answer, next, forged], [forged, next, answer, question]])
      expect(partition(list, isOurs).map((group) => group.length)).toEqual(expect.arrayContaining([1, 3]));
    const ours = node("a@acme.test", "mallory@evil.example", ["jane@example.com"]);
    expect(partition([question, answer, next, ours], isOurs)).toEqual([[0, 1, 2], [3]]);
  }); // prettier-ignore

  it("joins the answer to a mail of ours that names the id a server gave it", () => {
    const renamed = { ...answer, aliases: ["server@mail.example"] };
    const next = node("n@x", "jane@example.com", ["help@acme.test"], ["server@mail.example"]);
    expect(link(renamed, next)).not.toBeNull();
    expect(link(answer, next)).toBeNull();
  });

  it("does not join mails that name nothing in common", () => {
    expect(link(question, node("z@x", "jane@example.com", ["help@acme.test"]))).toBeNull();
    expect(link(node("", "a@x", []), node("", "b@x", []))).toBeNull();
  });
});

const address = fc.constantFrom(
  "jane@example.com",
  "bob@example.com",
  "help@acme.test",
  "sales@acme.test",
  "mallory@evil.example",
);
const id = fc.constantFrom("1@x", "2@x", "3@x", "4@x", "5@x", "6@x", "7@x");
const anyNode: fc.Arbitrary<ThreadNode> = fc
  .record({ internetMessageId: id, references: fc.uniqueArray(id, { maxLength: 3 }), fromAddress: address, others: fc.uniqueArray(address, { maxLength: 3 }) })
  .map(({ others, ...rest }) => Object.assign(rest, { participants: [rest.fromAddress, ...others] })); // prettier-ignore
const nodes = fc.array(anyNode, { minLength: 2, maxLength: 12 });

/** The groups of a partition, whatever the order of its nodes. */
function groupsOf(list: readonly ThreadNode[]): string[] {
  const names = list.map((one) => JSON.stringify(one));
  return partition(list, isOurs).map((group) => group.map((at) => names[at] ?? "").sort().join("|")).sort(); // prettier-ignore
}

describe("threading as a whole", () => {
  it("is symmetric", () => {
    fc.assert(
      fc.property(anyNode, anyNode, (a, b) => {
        expect(link(a, b)).toBe(link(b, a));
      }),
      { seed: 19, numRuns: 2000 },
    );
  });

  it("gives the same conversations in whatever order mail arrives", () => {
    const shuffled = nodes.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(groupsOf(other)).toEqual(groupsOf(list));
      }),
      { seed: 23, numRuns: 500 },
    );
  }); // prettier-ignore

  it("comes out the same one by one as all at once", () => {
    fc.assert(
      fc.property(nodes, (list) => {
        expect(oneByOne(list)).toEqual(partition(list, isOurs));
      }),
      { seed: 29, numRuns: 500 },
    );
  });

  it("finds by shared ids what comparing every pair finds", () => {
    fc.assert(
      fc.property(nodes, (list) => {
        const groups = partition(list, isOurs);
        const contested = contestedIds(list);
        for (const [i, a] of list.entries())
          for (const [j, b] of list.entries())
            if (linkBetween(a, b, isOurs, contested)) expect(groups.some((group) => group.includes(i) && group.includes(j))).toBe(true);
      }),
      { seed: 31, numRuns: 300 },
    );
  }); // prettier-ignore

  it("never lets a stranger in, whatever is forged", () => {
    const forged = fc.record({ at: fc.nat({ max: 9 }), references: fc.uniqueArray(id), cc: fc.uniqueArray(address) });
    const honest = fc.array(anyNode.filter((one) => !one.participants.includes("mallory@evil.example")), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(honest, forged, (list, { at, cc, references }) => {
        // An id of its own, or that of somebody's mail.
        const internetMessageId = list[at]?.internetMessageId ?? "f@evil";
        const stranger = { internetMessageId, references, fromAddress: "mallory@evil.example", participants: ["mallory@evil.example", ...cc] };
        expect(partition([...list, stranger], isOurs).at(-1)).toEqual([list.length]);
      }),
      { seed: 37, numRuns: 500 },
    );
  }); // prettier-ignore
});

const nobody = node("", "", []);

/** What sync does: each newcomer joins, and thereby merges, every conversation that holds a mail it is linked to. */
function oneByOne(list: readonly ThreadNode[]): number[][] {
  const contested = contestedIds(list);
  let groups: number[][] = [];
  for (const [at, newcomer] of list.entries()) {
    const joins = (group: number[]) => group.some((index) => linkBetween(newcomer, list[index] ?? nobody, isOurs, contested) !== null);
    const joined = groups.filter(joins);
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), at].sort((a, b) => a - b)];
  }
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
} // prettier-ignore
