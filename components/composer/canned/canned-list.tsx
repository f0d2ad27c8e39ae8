"use client";

import type { Editor } from "@tiptap/react";
import { Popover } from "radix-ui";
import { useEffect, useId, useMemo } from "react";
import { cn } from "#lib/cn";
import type { CannedReply } from "#lib/contracts/canned-reply";
import { useStrings } from "../../language/use-strings.ts";
import { surfaceClasses } from "../../ui/menu-classes.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { portalTarget } from "../../ui/portal-target.ts";
import { dismissReplies, type Asked } from "./canned-suggestion.ts";

export type CannedListProps = { editor: Editor; asked: Asked; found: readonly CannedReply[] };

/** What a slash finds; the text keeps the focus (ARIA: a textbox with a list that completes it). */
export function CannedList({ editor, asked, found }: CannedListProps) {
  const words = useStrings().canned;
  const id = useId();
  const { active, rect } = asked;
  const anchor = useMemo(() => ({ current: { getBoundingClientRect: () => rect() ?? new DOMRect() } }), [rect]);
  const isEmpty = found.length === 0;

  useEffect(() => {
    const { dom } = editor.view;
    const said = { "aria-autocomplete": "list", "aria-controls": id, "aria-activedescendant": `${id}-${active}` };
    if (isEmpty) return undefined;
    for (const [name, value] of Object.entries(said)) dom.setAttribute(name, value);
    document.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: "nearest" });
    return () => {
      for (const name of Object.keys(said)) dom.removeAttribute(name);
    };
  }, [editor, id, active, isEmpty]);

  return (
    <Popover.Root open onOpenChange={() => dismissReplies(editor)}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal container={portalTarget()}>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          role={isEmpty ? "dialog" : "presentation"}
          aria-label={words.list}
          // The text knows itself when its cursor has left the slash.
          onInteractOutside={(event) => {
            if (event.target instanceof Node && editor.view.dom.contains(event.target)) event.preventDefault();
          }}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={cn(
            surfaceClasses,
            "max-h-[min(20rem,var(--radix-popover-content-available-height))] w-96 max-w-[calc(100vw-1rem)] p-1",
          )}
        >
          {isEmpty ? (
            <div className="flex flex-col gap-1 p-3">
              <output>
                <span className="block font-strong text-ink">{words.empty.title}</span>
                <span className="block text-pretty text-ink-3">{words.empty.text}</span>
              </output>
              <PageLink href="/settings/canned-replies" className="w-fit rounded-sm py-1 text-accent hover:underline">
                {words.manage}
              </PageLink>
            </div>
          ) : (
            <Options id={id} asked={asked} found={found} />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Options({ id, asked: { active, choose }, found }: Omit<CannedListProps, "editor"> & { id: string }) {
  const words = useStrings().canned;
  return (
    <>
      <output className="sr-only">{words.count(found.length)}</output>
      {/* What is typed in has a list of its own (ARIA 1.2 §5.3.1): `select` and `datalist` cannot show a text. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div id={id} role="listbox" aria-label={words.list}>
        {found.map((reply, index) => (
          // The text has the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={reply.id}
            id={`${id}-${index}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(reply)}
            className="cursor-default rounded-sm px-2 py-1.5 hover:bg-hover aria-selected:bg-selected pointer-coarse:py-2.5"
          >
            <bdi className="block truncate text-ink">{reply.name}</bdi>
            <bdi className="block truncate text-xs text-ink-3">{reply.preview}</bdi>
          </div>
        ))}
      </div>
    </>
  );
}
