"use client";

import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import type { Inbox } from "#lib/contracts/agent";
import type { Tag } from "#lib/contracts/conversation";
import { Keyword, type TagKeywords } from "#lib/contracts/tag-keyword";
import { tagKeywordsOptions, useSaveTagKeywords } from "#lib/query/tag-keywords";
import { tagsOptions } from "#lib/query/tags";
import { useStrings } from "../language/use-strings.ts";
import { Dot } from "../ui/dot.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { messageOf } from "./apply-problem.ts";
import { FormDialog } from "./form-dialog.tsx";

export type TagKeywordsDialogProps = { inbox: Inbox; onClose: () => void };

/** Which tags an inbox keeps on its servers too, and under which keyword. */
export function TagKeywordsDialog({ inbox, onClose }: TagKeywordsDialogProps) {
  const { data: tags } = useQuery(tagsOptions());
  const { data: saved } = useQuery(tagKeywordsOptions(inbox.id));
  return tags && saved ? <Form inbox={inbox} tags={tags} saved={saved} onClose={onClose} /> : null;
}

function Form({ inbox, tags, saved, onClose }: TagKeywordsDialogProps & { tags: Tag[]; saved: TagKeywords }) {
  const strings = useStrings();
  const words = strings.settings.tagKeywords;
  const save = useSaveTagKeywords(inbox.id);
  const [keywords, setKeywords] = useState(() => new Map(saved.keywords.map((one) => [one.tagId, one.keyword])));
  const [isTried, setIsTried] = useState(false);
  const problemOf = (keyword: string) => {
    const issue = keyword === "" ? undefined : Keyword.safeParse(keyword).error?.issues[0];
    return issue && strings.settings.problems.issue(issue.message);
  };
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const chosen = tags.flatMap(({ id: tagId }) => {
      const keyword = keywords.get(tagId)?.trim() ?? "";
      return keyword === "" ? [] : [{ tagId, keyword }];
    });
    if (chosen.some(({ keyword }) => problemOf(keyword) !== undefined)) return;
    save.mutate({ keywords: chosen }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      onClose={onClose}
      title={words.title(inbox.name)}
      description={words.text}
      action={strings.common.save}
      onSubmit={handleSubmit}
      isBusy={save.isPending}
      problem={save.error ? messageOf(strings, save.error) : undefined}
    >
      {saved.accounts.map(({ id, name, problem }) =>
        problem === null ? null : (
          <p key={id} className="text-xs text-warn">
            {problem === "read-only" ? words.readOnly(name) : words.noKeywords(name)}
          </p>
        ),
      )}
      {tags.length === 0 && <p className="text-ink-2">{words.none}</p>}
      {tags.map((tag) => {
        const keyword = keywords.get(tag.id) ?? "";
        return (
          <Field
            key={tag.id}
            label={
              <span className="inline-flex items-center gap-1.5">
                <Dot color={tag.color} /> {tag.name}
              </span>
            }
            hint={keyword === "" ? undefined : words.hint}
            error={isTried ? problemOf(keyword.trim()) : undefined}
          >
            {(control) => (
              <Input
                {...control}
                value={keyword}
                onChange={(event) => setKeywords(new Map(keywords).set(tag.id, event.target.value))}
                placeholder={words.placeholder}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        );
      })}
    </FormDialog>
  );
}
