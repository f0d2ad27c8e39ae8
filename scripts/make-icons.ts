/** Draws the icons of the tab and of the installed application from the logo: `npm run icons`, whenever `public/icons/*.svg` change. */
import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";

const logo = await readFile("public/icons/logo.svg");
const logoUnseen = await readFile("public/icons/logo-unseen.svg");
const tabSize = 64;
// The logo's own ground, to the edges: systems cut their own shape out of these.
const ground = /fill="(#[0-9a-f]+)"/.exec(logo.toString())?.[1] ?? "black";

// A browser asks for a tab's icon again on every navigation, and draws an SVG on the page's own thread.
await draw(tabSize).png().toFile("app/icon.png");
await draw(tabSize, logoUnseen).png().toFile("public/icons/unseen.png");
for (const size of [192, 512]) await draw(size).png().toFile(`public/icons/${size}.png`);
await onGround(512, 0.72).toFile("public/icons/maskable-512.png");
await onGround(180, 0.86).toFile("app/apple-icon.png");

function draw(size: number, source = logo): Sharp {
  return sharp(source, { density: (72 * size) / 32 }).resize(size, size);
}

function onGround(size: number, share: number): Sharp {
  const inner = Math.round(size * share);
  const margin = Math.floor((size - inner) / 2);
  return draw(inner)
    .extend({
      top: margin,
      left: margin,
      bottom: size - inner - margin,
      right: size - inner - margin,
      background: ground,
    })
    .flatten({ background: ground })
    .png();
}
