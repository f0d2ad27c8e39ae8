"use client";

import { Archive, Plus, Reply, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { Tabs } from "../ui/tabs.tsx";
import { Sample } from "./sample.tsx";

const looks = ["default", "primary", "ghost", "danger"] as const;
const sorts = [
  { value: "newest", label: "Newest" },
  { value: "oldest", label: "Oldest" },
  { value: "waiting", label: "Waiting" },
] as const;

export function Actions() {
  const [sort, setSort] = useState<(typeof sorts)[number]["value"]>("newest");
  return (
    <>
      <Sample name="Button">
        {looks.map((look) => (
          <Button key={look} look={look}>
            {look}
          </Button>
        ))}
        <Button look="primary" keys="e">
          With a key
        </Button>
        <Button>
          <Plus aria-hidden /> With an icon
        </Button>
      </Sample>
      <Sample name="Button: small, large, off, busy">
        <Button size="sm">Small</Button>
        <Button size="lg">Large</Button>
        <Button disabled>Off</Button>
        <Button look="primary" isBusy>
          Busy
        </Button>
      </Sample>
      <Sample name="Icon button: ghost, default, small, pressed, off">
        <IconButton icon={Reply} label="Reply" keys="r" />
        <IconButton icon={Archive} label="Archive" look="default" />
        <IconButton icon={Trash2} label="Move to trash" size="sm" keys="#" />
        <IconButton icon={Archive} label="Archived" aria-pressed />
        <IconButton icon={Archive} label="Archive later" disabled />
      </Sample>
      <Sample name="Key">
        <Kbd>e</Kbd>
        <Kbd>⌘K</Kbd>
      </Sample>
      <Sample name="Tabs">
        <Tabs label="Order" value={sort} options={sorts} onValueChange={setSort} />
      </Sample>
    </>
  );
}
