"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { toast } from "../ui/toast.ts";
import type { Conversation } from "#lib/contracts/conversation";
import type { Act } from "#lib/query/act";
import { doActs, FailedActs, type Deed } from "#lib/query/do-acts";
import { useFirstStrings } from "../language/use-first-strings.ts";
import { actLabel } from "./act-label.ts";
import { pushUndo } from "./undo-stack.ts";
import { messageOf } from "../settings/apply-problem.ts";

export type Acts = {
  /** Does it at once, says so, and can be taken back. */
  act: (ids: readonly number[], act: Act) => void;
  /** The same for rows that no list may hold. */
  actOnRows: (rows: readonly Conversation[], act: Act) => void;
  /** The same without a word, for what an agent did not ask for by name. */
  actQuietly: (ids: readonly number[], act: Act) => void;
};

/** Where an act was said to be done, and what takes it off the list of what can be undone. */
type Told = { toastId: string | number; forget: () => void };

export function useActs(): Acts {
  const strings = useFirstStrings();
  const words = strings.conversation;
  const client = useQueryClient();

  const perform = useCallback(
    (deeds: readonly Deed[], toldIn?: () => Told) => {
      const { inverse, finished } = doActs(client, deeds);
      finished.catch((error: unknown) => {
        const [first] = deeds;
        const count = error instanceof FailedActs ? error.count : deeds.length;
        const reason = messageOf(strings, error instanceof FailedActs ? error.cause : error);
        const told = toldIn?.();
        // What failed is nothing to take back, and is no longer said to be done.
        if (count === deeds.length) told?.forget();
        const what = first ? actLabel(strings, first.act, count) : "";
        toast.error(words.actFailed(what, reason), {
          duration: 10_000,
          action: null,
          ...(told && count === deeds.length && { id: told.toastId }),
        });
      });
      return inverse;
    },
    [client, strings, words],
  );

  const tell = useCallback(
    (deeds: readonly Deed[], wanted: Act) => {
      const inverse = perform(deeds, () => ({ toastId, forget: undo.forget }));
      if (inverse.length === 0) return;
      const undo = pushUndo(() => {
        perform(inverse);
        toast(words.undone, { id: toastId, duration: 2000, action: null });
      });
      const toastId = toast(actLabel(strings, wanted, inverse.length), {
        duration: 6000,
        action: { label: strings.common.undo, onClick: undo.run },
      });
    },
    [perform, strings, words],
  );

  const act = useCallback(
    (ids: readonly number[], wanted: Act) =>
      tell(
        ids.map((id) => ({ id, act: wanted })),
        wanted,
      ),
    [tell],
  );
  const actOnRows = useCallback(
    (rows: readonly Conversation[], wanted: Act) =>
      tell(
        rows.map((row) => ({ id: row.id, act: wanted, row })),
        wanted,
      ),
    [tell],
  );

  const actQuietly = useCallback(
    (ids: readonly number[], wanted: Act) => void perform(ids.map((id) => ({ id, act: wanted }))),
    [perform],
  );

  return { act, actOnRows, actQuietly };
}
