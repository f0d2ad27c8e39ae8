import { describe, expect, it } from "vitest";
import { fillPlaceholders, findPlaceholders, firstNameOf, unfilledPlaceholder } from "./placeholders.ts";

const values = {
  "contact.firstName": "Maria",
  "contact.name": "Maria <Lopez>",
  "inbox.name": " ",
  "agent.name": "Tom",
};

describe("placeholders", () => {
  it.each([
    ["Hello {{contact.firstName}},", "Hello Maria,"],
    ["Hello {{ Contact.FirstName }},", "Hello Maria,"],
    ["{{contact.firstName|there}} and {{contact.email|nobody}}", "Maria and nobody"],
    ["{{contact.firstName}}{{agent.name}}", "MariaTom"],
    ["{{contact.email|}}!", "!"],
  ])("of %j make %j", (html, filled) => {
    expect(fillPlaceholders(html, values)).toBe(filled);
  });

  it.each([
    ["what is not known", "Write to {{contact.email}}."],
    ["what is empty", "Yours, {{inbox.name}}"],
    ["what is misspelt, with a fallback or without", "{{contact.fristName|there}} {{contact.fristName}}"],
    ["what is none", "{{name}} {contact.name} {{contact.name"],
  ])("leave %s as it is", (_, html) => {
    expect(fillPlaceholders(html, values)).toBe(html);
  });

  it("are filled with text, never with markup or with placeholders of somebody's name", () => {
    expect(fillPlaceholders("<p>{{contact.name}}</p>", values)).toBe("<p>Maria &#60;Lopez&#62;</p>");
    expect(fillPlaceholders("{{contact.name}}", { "contact.name": "{{agent.name}}", "agent.name": "Tom" })).toBe(
      "{{agent.name}}",
    );
  });

  it("are found with their places, and missed in one's own words only", () => {
    expect(findPlaceholders("a {{x.y}} {{agent.name|b}}")).toEqual([
      { text: "{{x.y}}", at: 2 },
      { text: "{{agent.name|b}}", at: 10 },
    ]);
    expect(unfilledPlaceholder("Hello\n> {{contact.name}}")).toBeUndefined();
    expect(unfilledPlaceholder("Hello {{contact.name}}\n> {{x.y}}")).toBe("{{contact.name}}");
  });
});

describe("the first name", () => {
  it.each([
    ["Maria Lopez", "Maria"],
    ["Lopez, Maria Ana", "Maria"],
    ["Dr. Maria Lopez", "Maria"],
    ["Frau Dr.-Ing. Maria Lopez", "Maria"],
    ["Phil Lopez", "Phil"],
    ["  Björk ", "Björk"],
    ["maria@example.test", ""],
    ["", ""],
  ])("of %j is %j", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
