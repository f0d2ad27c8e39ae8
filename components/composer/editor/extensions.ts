import { Extension, Node, type Extensions } from "@tiptap/react";
import { imageUrlOf } from "./mail-images.ts";
import { MarkedPlaceholders } from "./marked-placeholders.ts";
import { StarterKit } from "@tiptap/starter-kit";

/** What a mail is made of: no more than every mail program shows. */
export function mailExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [2, 3] },
      trailingNode: false,
      link: { openOnClick: false, autolink: true, protocols: ["mailto", "tel"] },
    }),
    CitedQuotes,
    Signature,
    MailImage,
    MarkedPlaceholders,
  ];
}

/** The mail that is answered, apart from what its writer quotes by hand. */
const CitedQuotes = Extension.create({
  name: "citedQuotes",
  addGlobalAttributes: () => [
    {
      types: ["blockquote"],
      attributes: {
        isCited: {
          default: false,
          parseHTML: (element) => element.getAttribute("type") === "cite",
          renderHTML: ({ isCited }) => (isCited === true ? { type: "cite" } : {}),
        },
      },
    },
  ],
});

/** Known as such, so that another sender's can take its place. Its delimiter is written, never seen. */
const Signature = Node.create({
  name: "signature",
  group: "block",
  content: "block+",
  defining: true,
  parseHTML: () => [{ tag: "div[data-signature]" }, { tag: "div[data-delimiter]", ignore: true, priority: 100 }],
  renderHTML: () => ["div", { "data-signature": "" }, 0],
});

/** An image that the mail itself carries. Any other is left out: it would be loaded by who reads, or by who writes. */
const MailImage = Node.create({
  name: "mailImage",
  group: "inline",
  inline: true,
  draggable: true,
  addAttributes: () => ({
    contentId: { default: "", parseHTML: (element) => element.getAttribute("src")?.replace(/^cid:/, "") ?? "" },
    alt: { default: "", parseHTML: (element) => element.getAttribute("alt") ?? "" },
    /** In pixels; null for as wide as it is. */
    width: { default: null, parseHTML: (element) => widthOf(element) },
  }),
  parseHTML: () => [{ tag: 'img[src^="cid:"]' }],
  renderHTML: ({ node }) => ["img", { src: `cid:${String(node.attrs["contentId"])}`, alt: String(node.attrs["alt"]) }],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement("img");
      dom.alt = String(node.attrs["alt"]);
      dom.src = imageUrlOf(String(node.attrs["contentId"]));
      if (typeof node.attrs["width"] === "number") dom.width = node.attrs["width"];
      return { dom };
    },
});

function widthOf(element: HTMLElement): number | null {
  const said = element.getAttribute("width") ?? "";
  return /^[1-9]\d{0,3}$/.test(said) ? Number(said) : null;
}
