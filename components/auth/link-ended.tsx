"use client";

import Link from "next/link";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { AuthCard } from "./auth-card.tsx";

/** For who comes with a link that does nothing any more. */
export function LinkEnded({ title, text }: { title: string; text: string }) {
  const strings = useStrings();
  return (
    <AuthCard title={title} text={text}>
      <Button asChild size="lg" look="default">
        <Link href="/sign-in">{strings.auth.toSignIn}</Link>
      </Button>
    </AuthCard>
  );
}
