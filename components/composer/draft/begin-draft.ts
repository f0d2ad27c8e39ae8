import type { Draft } from "#lib/contracts/draft";
import type { MailFields } from "../mail-fields.ts";
import { createKeeper, type DraftKeeper } from "./draft-keeper.ts";
import { draftMirror, type DraftPlace } from "./draft-mirror.ts";
import { livingKeeper } from "./living-keepers.ts";
import { resumeDraft } from "./resume-draft.ts";

export type BegunDraft = {
  keeper: DraftKeeper;
  /** By which a composer that is opened again finds it. */
  name: string;
  fields: MailFields;
  /** Left by a closed tab, and to be saved as if it had just been typed. */
  isUnsaved: boolean;
};

type Options = { place: DraftPlace; start: MailFields; stored: Draft | undefined; onSaved: (draft: Draft) => void };

export function beginDraft({ place, start, stored, onSaved }: Options): BegunDraft {
  const name = nameOf(place, place.token);
  const living = livingKeeper(name);
  const pending = living?.pending();
  if (living && pending && (!stored || living.id() === null || living.id() === stored.id))
    return { keeper: living, name, fields: pending, isUnsaved: false };
  const mirror = draftMirror(place);
  const isNew = place.conversationId === null;
  const left =
    mirror.read(stored?.id ?? null) ??
    (isNew
      ? stored
        ? null
        : mirror.adopt((token) => livingKeeper(nameOf(place, token)) !== undefined)
      : mirror.read(null));
  const { fields, isUnsaved, held } = resumeDraft(left, stored, start);
  const keeper = createKeeper({
    conversationId: place.conversationId,
    stored,
    held,
    beginKey: left?.beginKey,
    mirror,
    onSaved,
  });
  return { keeper, name, fields, isUnsaved };
}

function nameOf({ conversationId, kind }: DraftPlace, token: string): string {
  return `${conversationId ?? "new"}.${kind}.${token}`;
}
