import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Account } from "../contracts/account.ts";
import { sampleProvider } from "../providers/sample.ts";
import { del, put } from "./api.ts";
import { keys } from "./keys.ts";

export function useAddSampleMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => put("/api/sample-mail", {}, Account),
    onSuccess: (account) =>
      client.setQueryData<Account[]>(
        keys.accounts,
        (all) => all && [...all.filter(({ id }) => id !== account.id), account],
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.accounts }),
  });
}

/** What is open of it or shown in a list is read again: it is not there any more. */
export function useRemoveSampleMail() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del("/api/sample-mail"),
    onSuccess: () =>
      client.setQueryData<Account[]>(keys.accounts, (all) =>
        all?.filter(({ provider }) => provider !== sampleProvider),
      ),
    onSettled: () => client.invalidateQueries(),
  });
}
