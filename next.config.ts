import type { NextConfig } from "next";
import { securityHeaders } from "./lib/security-headers.ts";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  compress: true,
  devIndicators: false,
  // `npm test` runs the compiler over everything, scripts and tests included; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "better-sqlite3",
    "piscina",
    "imapflow",
    "nodemailer",
    "jsdom",
    "dompurify",
    "pino",
    "@node-rs/argon2",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders() }],
};

export default config;
