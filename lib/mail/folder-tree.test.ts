import { describe, expect, it } from "vitest";
import { folderTree, type FolderNode, type TreeFolder } from "./folder-tree.ts";

let count = 0;
function folder(path: string, fields: Partial<TreeFolder> = {}): TreeFolder {
  const delimiter = fields.delimiter ?? "/";
  const name = delimiter === "" ? path : path.slice(path.lastIndexOf(delimiter) + 1);
  return { id: (count += 1), path, name, delimiter, role: "none", isPrimary: true, selectable: true, unseenCount: 1, ...fields }; // prettier-ignore
}

type Shape = { [name: string]: Shape };
const shape = (nodes: FolderNode<TreeFolder>[]): Shape =>
  Object.fromEntries(nodes.map((node) => [node.folder.name, shape(node.children)]));
const treeOf = (...folders: TreeFolder[]) => folderTree(folders, (a, b) => a.path.localeCompare(b.path));

describe("the tree of an account's folders", () => {
  it("is as deep as the server's", () => {
    const tree = treeOf(
      folder("INBOX", { role: "inbox" }),
      folder("A"),
      folder("A/B"),
      folder("A/B/C"),
      folder("Lone/Child"),
    );
    expect(shape(tree)).toEqual({ INBOX: {}, A: { B: { C: {} } }, Child: {} });
  });

  it("begins below the prefix where everything lies in INBOX", () => {
    const dot = { delimiter: "." };
    const tree = treeOf(folder("INBOX", { ...dot, role: "inbox" }), folder("INBOX.Sent", { ...dot, role: "sent" }), folder("INBOX.A", dot), folder("INBOX.A.B", dot)); // prettier-ignore
    expect(shape(tree)).toEqual({ INBOX: {}, Sent: {}, A: { B: {} } });
  });

  it("is flat without a delimiter", () => {
    expect(shape(treeOf(folder("A", { delimiter: "" }), folder("A/B", { delimiter: "" })))).toEqual({
      A: {},
      "A/B": {},
    });
  });

  it("shows several folders of one role as one, with all that is unseen in them", () => {
    const tree = treeOf(folder("Sent", { role: "sent" }), folder("Sent Items", { role: "sent", isPrimary: false, unseenCount: 4 })); // prettier-ignore
    expect(tree.map((node) => [node.folder.name, node.unseenCount])).toEqual([["Sent", 5]]);
  });

  it("keeps what holds folders only, and leaves out what holds nothing", () => {
    const tree = treeOf(
      folder("Folders", { selectable: false }),
      folder("Folders/A"),
      folder("Empty", { selectable: false }),
    );
    expect(shape(tree)).toEqual({ Folders: { A: {} } });
  });
});
