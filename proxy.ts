import type { NextRequest, NextResponse } from "next/server";
import { guardPage } from "#server/http/guard-page";

export function proxy(request: NextRequest): NextResponse {
  return guardPage(request);
}

export const config = { matcher: "/((?!api/|_next/).*)" };
