import { useEffect, useEffectEvent, useId, useRef, useState, type ChangeEvent, type KeyboardEvent } from "react";
import { useKeepSearch } from "#lib/query/search";
import { completeTerm, termAt } from "#lib/search/complete-query";
import { parseQuery } from "#lib/search/parse-query";
import { goTo, useInboxFilter } from "../inbox/use-inbox-location.ts";
import { useSuggestions, type Suggestion } from "./use-suggestions.ts";

/** Long enough that a list is not read for every letter. */
const typingMs = 180;

type Typed = { query: string; caret: number };

/**
 * The search field: what is typed is searched for as soon as typing rests, and stands in the URL; a mistake is told instead. While the
 * field is left alone it shows what the URL says.
 */
export function useSearchField(onDone: () => void) {
  const filter = useInboxFilter();
  const keep = useKeepSearch();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isLeaving = useRef(false);
  const [typed, setTyped] = useState<Typed | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const query = typed?.query ?? filter.q ?? "";
  const term = termAt(query, typed?.caret ?? query.length);
  const suggestions = useSuggestions(query, term, isOpen);
  const { mistakes } = parseQuery(query);

  const search = (q: string) => {
    clearTimeout(timer.current);
    const how = filter.q === undefined ? "push" : "replace";
    const sort = filter.q !== undefined && filter.sort === "best" ? "best" : "newest";
    if (q.trim() === "") {
      if (filter.q !== undefined) goTo({ view: "open", sort: "newest" }, null, how);
    } else if (q.trim() !== filter.q) goTo({ view: "all", sort, q: q.trim() }, null, how);
  };
  const type = (next: Typed) => {
    setTyped(next);
    setActive(-1);
    setIsOpen(true);
    clearTimeout(timer.current);
    const isWhole = parseQuery(next.query).mistakes.length === 0 && next.query.trim().length > 1;
    if (isWhole) timer.current = setTimeout(() => search(next.query), typingMs);
  };
  /** What stands in the field has been decided on: losing the focus does not search for it once more. */
  const leave = () => {
    clearTimeout(timer.current);
    setIsOpen(false);
    setTyped(null);
    isLeaving.current = true;
    input.current?.blur();
    isLeaving.current = false;
  };
  const finish = (q: string) => {
    search(q);
    if (q.trim() !== "" && parseQuery(q).mistakes.length === 0) keep.mutate(q.trim());
    leave();
    onDone();
  };
  const choose = (one: Suggestion) => {
    if (one.kind === "query") return finish(one.text);
    const next = completeTerm(query, term, one.text);
    type(next);
    // The caret can be put only where the text already is.
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret));
  };
  const move = (step: number) => {
    const count = suggestions.length + 1;
    setIsOpen(true);
    setActive(((active + 1 + step + count) % count) - 1);
  };

  // What was typed before this code was there has told nobody.
  const takeOver = useEffectEvent(() => {
    const field = input.current;
    if (!field || field !== document.activeElement || field.value === query) return;
    type({ query: field.value, caret: field.selectionStart ?? field.value.length });
  });
  useEffect(() => takeOver(), []);

  return {
    input,
    query,
    listId,
    suggestions,
    active,
    isOpen: isOpen && (suggestions.length > 0 || mistakes.length > 0),
    // What is still being typed is no mistake yet.
    mistake: mistakes.find((one) => one.code !== "missing-value" || term.end !== one.end) ?? null,
    choose,
    clear: () => finish(""),
    handleFocus: () => setIsOpen(true),
    handleBlur: () => {
      setIsOpen(false);
      setActive(-1);
      if (typed !== null && !isLeaving.current) search(mistakes.length === 0 ? query : (filter.q ?? ""));
      setTyped(null);
    },
    handleChange: (event: ChangeEvent<HTMLInputElement>) => {
      const { value, selectionStart } = event.currentTarget;
      type({ query: value, caret: selectionStart ?? value.length });
    },
    handleKeyDown: (event: KeyboardEvent) => {
      const chosen = suggestions[active];
      if (event.nativeEvent.isComposing) return;
      if (event.key === "ArrowDown") move(1);
      else if (event.key === "ArrowUp") move(-1);
      else if (event.key === "Enter" && chosen) choose(chosen);
      else if (event.key === "Tab" && chosen && !event.shiftKey) choose(chosen);
      else if (event.key === "Enter") finish(query);
      else if (event.key === "Escape" && active >= 0) setActive(-1);
      else if (event.key === "Escape") leave();
      else return;
      event.preventDefault();
    },
  };
}
