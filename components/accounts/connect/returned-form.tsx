"use client";

import { useSearchParams } from "next/navigation";
import { useStrings } from "../../language/use-strings.ts";
import { Banner } from "../../ui/banner.tsx";
import { ConnectForm, type ConnectFormProps } from "./connect-form.tsx";
import { useReturnedSignIn } from "./use-returned-sign-in.ts";

/** The form anew, or with what somebody brings back from a provider's page. */
export function ReturnedForm(props: Omit<ConnectFormProps, "start">) {
  const id = useSearchParams().get("signIn");
  const returned = useReturnedSignIn(id);
  const words = useStrings().accounts.connectForm;
  if (returned.isWaiting) return <output className="text-ink-3">{words.looking}</output>;
  return (
    <>
      {returned.problem !== null && (
        <Banner tone="bad" role="alert">
          {returned.problem}
        </Banner>
      )}
      <ConnectForm key={id} start={returned.start} {...props} />
    </>
  );
}
