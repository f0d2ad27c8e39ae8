import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { accountsOptions } from "#lib/query/accounts";
import { agentsOptions } from "#lib/query/agents";
import { peopleOptions, recentSearchesOptions } from "#lib/query/search";
import { tagsOptions } from "#lib/query/tags";
import { termFor, type CaretTerm } from "#lib/search/complete-query";
import { operatorNames, placeValues, stateValues, thingValues, type OperatorName } from "#lib/search/operators";
import { indexText } from "#lib/search/words";
import type { FirstStrings } from "#lib/strings/strings";
import { useFirstStrings } from "../language/use-first-strings.ts";

export type SuggestionSection = "recent" | "operators" | "people" | "values";
export type Suggestion = {
  section: SuggestionSection;
  /** A whole query, or what a term is completed to. */
  kind: "query" | "term";
  text: string;
  label: string;
  help: string;
};

const perSectionMax = 6;

/** What may be meant by the term at the caret. With nothing typed: what was searched before, and the operators. */
export function useSuggestions(query: string, term: CaretTerm, isOpen: boolean): Suggestion[] {
  const strings = useFirstStrings();
  const { operator, value } = term;
  const isPerson = operator === "from" || operator === "to" || operator === "cc";
  const wanted = useDeferredValue(value.trim());
  const { data: people = [] } = useQuery({
    ...peopleOptions(wanted),
    enabled: isOpen && wanted.length > 1 && (isPerson || operator === null),
  });
  const { data: recent = [] } = useQuery({ ...recentSearchesOptions(), enabled: isOpen });
  const { data: tags = [] } = useQuery({ ...tagsOptions(), enabled: isOpen });
  const { data: agents = [] } = useQuery({ ...agentsOptions(), enabled: isOpen });
  const { data: accounts = [] } = useQuery({ ...accountsOptions(), enabled: isOpen });
  if (!isOpen) return [];

  const fromPeople = people.map(({ name, address }) => ({
    section: "people" as const,
    kind: "term" as const,
    text: termFor(isPerson ? operator : "from", address),
    label: name === "" ? address : name,
    help: address,
  }));
  if (isPerson) return fromPeople;
  const values = (name: OperatorName, list: readonly (readonly [string, string])[]) =>
    valueSuggestions(name, list, name === operator ? value : wanted);
  const tagValues = tags.map((tag) => [tag.name, strings.search.operators.tag.help] as const);
  switch (operator) {
    case "is":
    case "has":
    case "in":
      return values(
        operator,
        { is: stateValues, has: thingValues, in: placeValues }[operator].map((one) => [one, ""]),
      );
    case "tag":
      return values("tag", tagValues);
    case "assignee": {
      const { me, nobody } = strings.search;
      return values("assignee", [
        ["me", me],
        ["none", nobody],
        ...agents.map((one) => [one.emailAddress, one.name] as const),
      ]);
    }
    case "account":
      return values(
        "account",
        accounts.map((one) => [one.emailAddress, one.name]),
      );
    case null:
      break;
    default:
      return [];
  }
  if (query.trim() === "") return [...recent.slice(0, perSectionMax).map(asQuery), ...operatorSuggestions(strings, "")];
  if (value === "") return [];
  return [...operatorSuggestions(strings, value), ...values("tag", tagValues), ...fromPeople.slice(0, perSectionMax)];
}

function asQuery({ query }: { query: string }): Suggestion {
  return { section: "recent", kind: "query", text: query, label: query, help: "" };
}

function operatorSuggestions(strings: FirstStrings, beginning: string): Suggestion[] {
  return operatorNames
    .filter((name) => name.startsWith(beginning.toLowerCase()))
    .map((name) => ({
      section: "operators",
      kind: "term",
      text: `${name}:`,
      label: `${name}:`,
      help: strings.search.operators[name].help,
    }));
}

function valueSuggestions(
  name: OperatorName,
  list: readonly (readonly [string, string])[],
  typed: string,
): Suggestion[] {
  const wanted = indexText(typed);
  return list
    .filter(([value, help]) => indexText(value).includes(wanted) || indexText(help).includes(wanted))
    .slice(0, 12)
    .map(([value, help]) => ({
      section: "values",
      kind: "term",
      text: termFor(name, value),
      label: `${name}:${value}`,
      help,
    }));
}
