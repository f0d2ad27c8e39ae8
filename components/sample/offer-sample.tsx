"use client";

import { useQuery } from "@tanstack/react-query";
import { meOptions } from "#lib/query/agents";
import { useAddSampleMail } from "#lib/query/sample-mail";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { Button, type ButtonProps } from "../ui/button.tsx";

export type OfferSampleProps = Pick<ButtonProps, "size" | "className"> & { onAdded?: () => void };

/** For admins of an inbox that has no mail yet. */
export function OfferSample({ onAdded, ...looks }: OfferSampleProps) {
  const words = useStrings().sample;
  const tellFailure = useTellFailure();
  const { data: me } = useQuery(meOptions());
  const add = useAddSampleMail();
  // Whoever shows it may have taken it away by the time of the answer.
  const handleAdd = () => add.mutateAsync().then(() => onAdded?.(), tellFailure);
  if (me?.role !== "admin") return null;
  return (
    <Button {...looks} isBusy={add.isPending} onClick={() => void handleAdd()}>
      {words.offer}
    </Button>
  );
}
