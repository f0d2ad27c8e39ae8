import type { Command } from "#lib/shortcuts";
import type { Strings } from "#lib/strings/strings";

type TourHint = {
  name: keyof Strings["tour"]["hints"];
  /** What it is about, on the page; the hint stands beside it. */
  anchor: string;
  side: "right" | "bottom";
  commands: readonly Command[];
};

/** The whole tour. Each hint lies in the pane where no conversation is open, so that none covers work. */
export const tourHints: readonly TourHint[] = [
  { name: "list", anchor: "[data-tour=list]", side: "right", commands: ["list.next", "list.previous", "list.open"] },
  {
    name: "acts",
    anchor: "[data-tour=list] li",
    side: "right",
    commands: ["conversation.close", "conversation.assign", "conversation.undo"],
  },
  { name: "commands", anchor: "[data-tour=commands]", side: "bottom", commands: ["app.palette", "app.shortcuts"] },
];
