import type { Metadata, Viewport } from "next";
import { GeistSans } from "geist/font/sans";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { strings } from "#lib/strings/strings";
import { AppProviders } from "@/components/live/app-providers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: strings.product, template: `%s · ${strings.product}` },
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

// Runs before the first paint, so that an agent's own choice of theme never flashes; without a choice the system's is taken by CSS.
// It holds no character that HTML would escape.
const themeScript =
  "try{const t=localStorage.getItem(`postroom.theme`);if(t===`light`||t===`dark`)document.documentElement.dataset.theme=t}catch{}";

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={GeistSans.variable} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {themeScript}
        </script>
      </head>
      <body className="font-sans">
        <AppProviders>{children}</AppProviders>
      </body>
    </html>
  );
}
