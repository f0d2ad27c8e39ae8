"use client";

import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import { tourDue } from "#lib/first-minutes";
import { useChangeMe } from "#lib/query/change-me";
import { commands, shortcuts, type ShortcutGroup } from "#lib/shortcuts";
import { operatorNames } from "#lib/search/operators";
import { indexText } from "#lib/search/words";
import { useStrings } from "../language/use-strings.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { PageLink } from "../ui/page-link.tsx";
import { useKeyLabel } from "./shortcuts.tsx";

const groups: ShortcutGroup[] = ["move", "conversation", "write", "go", "app"];

/** The table of keys as the keyboard is matched by it, narrowed by typing, and the operators of the search. */
export function SheetContent({ onDone }: { onDone: () => void }) {
  const strings = useStrings();
  const words = strings.command;
  const keyOf = useKeyLabel();
  const [typed, setTyped] = useState("");
  const fits = (...texts: string[]) => isFound(typed, texts);
  const found = groups.map((group) => ({
    group,
    rows: commands.filter(
      (command) => shortcuts[command].group === group && fits(words.commands[command], keyOf(command)),
    ),
  }));
  const operators = operatorNames.filter((name) => {
    const { example, help } = strings.search.operators[name];
    return fits(example, help, words.searching);
  });
  const change = useChangeMe();
  const router = useRouter();
  const showTour = () => {
    change.mutate({ preferences: tourDue });
    onDone();
    router.push("/inbox/open");
  };
  const count = found.reduce((sum, { rows }) => sum + rows.length, operators.length);
  return (
    <>
      <Input
        type="search"
        aria-label={words.findKey}
        placeholder={words.findKey}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="mb-4"
      />
      <output className="sr-only">{typed !== "" && words.keyCount(count)}</output>
      {count === 0 && <p className="py-6 text-center text-ink-3">{words.noKey}</p>}
      <div className="gap-8 pair:columns-2">
        {found.map(({ group, rows }) => (
          <Group key={group} title={words.groups[group]} isEmpty={rows.length === 0}>
            {rows.map((command) => (
              <Row key={command} name={words.commands[command]}>
                <Kbd className="max-pair:inline-block pointer-coarse:inline-block">{keyOf(command)}</Kbd>
                <span className="sr-only">{keyOf(command)}</span>
              </Row>
            ))}
          </Group>
        ))}
        <Group title={words.searching} isEmpty={operators.length === 0}>
          {operators.map((name) => {
            const { example, help } = strings.search.operators[name];
            return (
              <Row key={name} name={help}>
                <PageLink
                  href={`/inbox/all?q=${encodeURIComponent(example)}`}
                  onClick={onDone}
                  className="inline-block min-h-6 rounded-sm bg-hover px-1.5 py-1 font-mono text-xs text-ink hover:bg-selected"
                >
                  {example}
                </PageLink>
              </Row>
            );
          })}
        </Group>
      </div>
      <Button onClick={showTour} className="max-pair:hidden">
        {strings.tour.again}
      </Button>
    </>
  );
}

function Group({ title, isEmpty, children }: { title: string; isEmpty: boolean; children: ReactNode }) {
  if (isEmpty) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-xs text-ink-3">{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-3 py-[3px]">
      <dt className="min-w-0 grow">{name}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  );
}

/** Each word typed begins one of theirs; a key is found as it is pressed. */
function isFound(typed: string, texts: string[]): boolean {
  const key = typed.trim();
  if (key === "" || texts.includes(key)) return true;
  const theirs = indexText(texts.join(" ")).split(" ");
  const wanted = indexText(key);
  return wanted !== "" && wanted.split(" ").every((word) => theirs.some((each) => each.startsWith(word)));
}
