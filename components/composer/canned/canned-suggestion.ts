import { PluginKey, TextSelection } from "@tiptap/pm/state";
import type { Editor, Range } from "@tiptap/react";
import { exitSuggestion, Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import type { CannedReply } from "#lib/contracts/canned-reply";

/** A slash was typed, and something behind it: which of what that finds is chosen, and where it stands. */
export type Asked = { query: string; active: number; rect: () => DOMRect | null; choose: (reply: CannedReply) => void };

type Options = {
  editor: Editor;
  /** Undefined until they are read. */
  find: (query: string) => readonly CannedReply[] | undefined;
  onAsked: (asked: Asked | null) => void;
  insert: (range: Range, reply: CannedReply) => void;
};

export const cannedKey = new PluginKey<{ range: Range } | undefined>("cannedReplies");
/** Editors in which a button has written the slash; it goes again when nothing is chosen. */
const askedByButton = new WeakSet<Editor>();

/** A slash at the beginning of a line or behind a space, with what is typed behind it, asks for a canned reply. */
export function cannedSuggestion({ editor, find, onAsked, insert }: Options) {
  let asked: Asked | null = null;
  const tell = (next: Asked | null) => {
    asked = next;
    onAsked(next);
  };
  const show = ({ query, clientRect, command }: SuggestionProps<CannedReply, CannedReply>) => {
    const active = asked?.query === query ? asked.active : 0;
    tell({ query, active, rect: () => clientRect?.() ?? null, choose: command });
  };
  return Suggestion<CannedReply, CannedReply>({
    pluginKey: cannedKey,
    editor,
    char: "/",
    allowSpaces: true,
    // What finds nothing is a slash like any other; alone it says that there are none.
    shouldShow: ({ query }) => {
      const found = find(query);
      return found !== undefined && (query === "" || (!/^\s/.test(query) && found.length > 0));
    },
    command: ({ range, props }) => insert(range, props),
    render: () => ({
      onStart: show,
      onUpdate: show,
      onExit: () => {
        askedByButton.delete(editor);
        tell(null);
      },
      onKeyDown: ({ event }) => {
        if (!asked || event.isComposing || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey)
          return false;
        const found = find(asked.query) ?? [];
        const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
        const chosen = event.key === "Enter" || event.key === "Tab" ? found[asked.active] : undefined;
        if (step !== 0 && found.length > 0)
          tell({ ...asked, active: (asked.active + step + found.length) % found.length });
        else if (chosen) asked.choose(chosen);
        else return false;
        return true;
      },
    }),
  });
}

/** Asks for one where the cursor is, as if a slash were typed. */
export function askForReply(editor: Editor): void {
  const { tr, selection, doc } = editor.state;
  const at = selection.to;
  const before = doc.textBetween(Math.max(selection.$to.start(), at - 1), at, "\n", "\ufffc");
  const slash = before === "" || /\s/.test(before) ? "/" : " /";
  askedByButton.add(editor);
  // First, as what hangs from the text goes when something else takes the focus.
  editor.view.focus();
  tr.insertText(slash, at);
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + slash.length)).scrollIntoView());
}

/** Leaves the slash as the text that it is. */
export function dismissReplies(editor: Editor): void {
  const range = cannedKey.getState(editor.state)?.range;
  const isButtons = askedByButton.has(editor);
  exitSuggestion(editor.view, cannedKey);
  if (isButtons && range) editor.commands.deleteRange(range);
}
