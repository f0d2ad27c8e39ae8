import type { MetadataRoute } from "next";
import { browserColors } from "#lib/browser-colors";
import { pageStrings } from "#server/http/page-strings";

/** What makes it installable. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const { product, locale, common } = await pageStrings();
  return {
    id: "/",
    name: product,
    short_name: product,
    description: common.description,
    lang: locale,
    start_url: "/inbox/open",
    scope: "/",
    display: "standalone",
    background_color: browserColors.light,
    theme_color: browserColors.light,
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
