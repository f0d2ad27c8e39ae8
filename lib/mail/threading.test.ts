import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkBetween, partition, type ThreadNode } from "./threading.ts";

const isOurs = (address: string) => address.endsWith("@acme.test");

function node(id: string, from: string, to: string[], references: string[] = []): ThreadNode {
  return { internetMessageId: id, fromAddress: from, participants: [from, ...to], references };
}

const question = node("q@x", "jane@example.com", ["help@acme.test"]);
const answer = node("a@acme.test", "help@acme.test", ["jane@example.com"], ["q@x"]);

describe("linkBetween", () => {
  it("joins our answer to the question", () => {
    expect(linkBetween(question, answer, isOurs)).not.toBeNull();
  });

  it("joins the customer's answer to ours, however the address is spelled", () => {
    const next = node("n@x", "Jane@Example.com", ["help@acme.test"], ["q@x", "a@acme.test"]);
    expect(linkBetween(answer, next, isOurs)).not.toBeNull();
  });

  it("joins a colleague in Cc who answers", () => {
    const asked = node("q@x", "jane@example.com", ["help@acme.test", "bob@example.com"]);
    expect(linkBetween(asked, node("b@x", "bob@example.com", ["help@acme.test"], ["q@x"]), isOurs)).not.toBeNull();
  });

  it("does not join a stranger who names our mail", () => {
    const forged = node("f@evil", "mallory@evil.example", ["help@acme.test", "jane@example.com"], ["q@x", "a@acme.test"]);
    expect(linkBetween(question, forged, isOurs)).toBeNull();
    expect(linkBetween(answer, forged, isOurs)).toBeNull();
    expect(partition([question, answer, forged], isOurs)).toEqual([[0, 1], [2]]);
  }); // prettier-ignore

  it("does not join a stranger who names the same lost mail, whoever is in Cc", () => {
    const one = node("1@x", "jane@example.com", ["help@acme.test"], ["lost@x"]);
    const forged = node("f@evil", "mallory@evil.example", ["help@acme.test", "jane@example.com"], ["lost@x"]);
    const ours = node("2@acme.test", "help@acme.test", ["jane@example.com"], ["lost@x"]);
    expect(linkBetween(one, forged, isOurs)).toBeNull();
    expect(linkBetween(ours, forged, isOurs)).toBeNull();
    expect(linkBetween(one, ours, isOurs)).not.toBeNull();
  });

  it("joins two of one sender who name the same lost mail", () => {
    const one = node("1@x", "jane@example.com", ["help@acme.test"], ["lost@x"]);
    expect(linkBetween(one, { ...one, internetMessageId: "2@x" }, isOurs)).not.toBeNull();
  });

  it("joins two of ours that name one lost mail only when a customer connects them", () => {
    const toJane = node("1@acme.test", "help@acme.test", ["jane@example.com"], ["lost@x"]);
    expect(linkBetween(toJane, node("2@acme.test", "sales@acme.test", ["jane@example.com"], ["lost@x"]), isOurs)).not.toBeNull();
    expect(linkBetween(toJane, node("3@acme.test", "sales@acme.test", ["bob@example.com"], ["lost@x"]), isOurs)).toBeNull();
  }); // prettier-ignore

  it("takes one Message-ID of one sender for copies, of two senders for two mails", () => {
    expect(linkBetween(question, { ...question }, isOurs)).not.toBeNull();
    expect(linkBetween(question, node("q@x", "mallory@evil.example", ["help@acme.test"]), isOurs)).toBeNull();
  });

  it("does not join mails that name nothing in common", () => {
    expect(linkBetween(question, node("z@x", "jane@example.com", ["help@acme.test"]), isOurs)).toBeNull();
    expect(linkBetween(node("", "a@x", []), node("", "b@x", []), isOurs)).toBeNull();
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
        expect(linkBetween(a, b, isOurs)).toBe(linkBetween(b, a, isOurs));
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
        for (const [i, a] of list.entries())
          for (const [j, b] of list.entries())
            if (linkBetween(a, b, isOurs)) expect(groups.some((group) => group.includes(i) && group.includes(j))).toBe(true);
      }),
      { seed: 31, numRuns: 300 },
    );
  }); // prettier-ignore

  it("never lets a stranger in, whatever is forged", () => {
    const forged = fc.record({ internetMessageId: fc.constant("f@evil"), references: fc.uniqueArray(id), cc: fc.uniqueArray(address) });
    const honest = fc.array(anyNode.filter((one) => !one.participants.includes("mallory@evil.example")), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(honest, forged, (list, { cc, ...rest }) => {
        const stranger = { ...rest, fromAddress: "mallory@evil.example", participants: ["mallory@evil.example", ...cc] };
        expect(partition([...list, stranger], isOurs).at(-1)).toEqual([list.length]);
      }),
      { seed: 37, numRuns: 500 },
    );
  }); // prettier-ignore
});

const nobody = node("", "", []);

/** What sync does: each newcomer joins, and thereby merges, every conversation that holds a mail it is linked to. */
function oneByOne(list: readonly ThreadNode[]): number[][] {
  let groups: number[][] = [];
  for (const [at, newcomer] of list.entries()) {
    const joins = (group: number[]) => group.some((index) => linkBetween(newcomer, list[index] ?? nobody, isOurs) !== null);
    const joined = groups.filter(joins);
    groups = [...groups.filter((group) => !joined.includes(group)), [...joined.flat(), at].sort((a, b) => a - b)];
  }
  return groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
} // prettier-ignore
