import { expect, it } from "vitest";
import { stripTags } from "./strip-tags.ts";

it("leaves the words, their lines and their characters", () => {
  expect(stripTags("<title>t</title><style>p{}</style><p>a &amp; b<br>c&#228;</p><script>x</script>d &unknown; <b>e</b> <broken")).toBe(
    "a & b\ncä\nd &unknown; e",
  );
}); // prettier-ignore

it("takes anything, quickly enough to be called on the main thread", () => {
  for (const piece of ["<", ">", "<style", "<!--", "&#", "&amp;", "<p>", "\n ", "<script>"]) {
    expect(stripTags(piece.repeat(300_000)).length).toBeLessThanOrEqual(1_000_000);
  }
});
