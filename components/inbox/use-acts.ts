"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { toast } from "sonner";
import type { Act } from "#lib/query/act";
import { doActs, type Deed } from "#lib/query/do-acts";
import { useStrings } from "../language/use-strings.ts";
import { actLabel } from "./act-label.ts";
import { pushUndo } from "./undo-stack.ts";
import { messageOf } from "../settings/apply-problem.ts";

export type Acts = {
  /** Does it at once, says so, and can be taken back. */
  act: (ids: readonly number[], act: Act) => void;
  /** The same without a word, for what an agent did not ask for by name. */
  actQuietly: (ids: readonly number[], act: Act) => void;
};

export function useActs(): Acts {
  const strings = useStrings();
  const words = strings.conversation;
  const client = useQueryClient();

  const perform = useCallback(
    (deeds: readonly Deed[]) => {
      const { inverse, finished } = doActs(client, deeds);
      finished.catch((error: Error) => toast.error(words.actFailed(messageOf(strings, error)), { duration: 8000 }));
      return inverse;
    },
    [client, strings, words],
  );

  const act = useCallback(
    (ids: readonly number[], wanted: Act) => {
      const inverse = perform(ids.map((id) => ({ id, act: wanted })));
      if (inverse.length === 0) return;
      const undo = pushUndo(() => {
        perform(inverse);
        toast(words.undone, { id: toastId, duration: 2000 });
      });
      const toastId = toast(actLabel(strings, wanted, inverse.length), {
        duration: 6000,
        action: { label: strings.common.undo, onClick: undo },
      });
    },
    [perform, strings, words],
  );

  const actQuietly = useCallback(
    (ids: readonly number[], wanted: Act) => void perform(ids.map((id) => ({ id, act: wanted }))),
    [perform],
  );

  return { act, actQuietly };
}
