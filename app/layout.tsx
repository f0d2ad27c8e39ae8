import type { Metadata, Viewport } from "next";
import { GeistSans } from "geist/font/sans";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { browserColors } from "#lib/browser-colors";
import { currentLanguage } from "#server/http/current-language";
import { pageStrings } from "#server/http/page-strings";
import { LanguageProvider } from "@/components/language/language-provider";
import { AppProviders } from "@/components/live/app-providers";
import { keepEarlyClicks } from "@/components/shell/keep-early-clicks";
import { keepEarlyKeysScript } from "@/components/shell/keep-early-keys";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { product } = await pageStrings();
  return {
    title: { default: product, template: `%s · ${product}` },
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: browserColors.light },
    { media: "(prefers-color-scheme: dark)", color: browserColors.dark },
  ],
};

// Runs before the first paint, so that an agent's own choice of theme never flashes; without a choice the system's is taken by CSS.
const themeScript =
  "try{const t=localStorage.getItem(`postroom.theme`);if(t===`light`||t===`dark`)document.documentElement.dataset.theme=t}catch{}";
const firstScript = `${themeScript};${keepEarlyKeysScript};(${keepEarlyClicks.toString()})()`;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, locale } = await currentLanguage();
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={language} className={GeistSans.variable} suppressHydrationWarning>
      <head>
        <script nonce={nonce} suppressHydrationWarning>
          {firstScript}
        </script>
      </head>
      <body className="font-sans">
        <LanguageProvider language={language} locale={locale}>
          <AppProviders>{children}</AppProviders>
        </LanguageProvider>
      </body>
    </html>
  );
}
