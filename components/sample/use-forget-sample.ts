import { useAddSampleMail, useRemoveSampleMail } from "#lib/query/sample-mail";
import { useStrings } from "../language/use-strings.ts";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { toast } from "../ui/toast.ts";

/** @param isAlone nothing else is connected: it can be had again, as it was at first */
export function useForgetSample(isAlone: boolean) {
  const words = useStrings().sample;
  const tellFailure = useTellFailure();
  const remove = useRemoveSampleMail();
  const add = useAddSampleMail();
  const bringBack = { label: words.bringBack, onClick: () => add.mutate(undefined, { onError: tellFailure }) };
  const forget = () =>
    remove.mutate(undefined, {
      onSuccess: () => toast(words.removed, isAlone ? { action: bringBack } : {}),
      onError: tellFailure,
    });
  return { forget, isBusy: remove.isPending };
}
