"use client";

import { Avatar } from "../ui/avatar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Chip } from "../ui/chip.tsx";
import { Dot } from "../ui/dot.tsx";
import { Time } from "../ui/time.tsx";
import { Sample } from "./sample.tsx";

const colors = Array.from({ length: 12 }, (_, color) => color);
const people = ["Ada Kern", "Tom Okafor", "Maria Lindqvist", "李雷", "محمد علي"];

export function Marks() {
  return (
    <>
      <Sample name="Avatar: four sizes, five people">
        {(["xs", "sm", "md", "lg"] as const).map((size) => (
          <Avatar key={size} name="Ada Kern" size={size} label={`Ada Kern, ${size}`} />
        ))}
        {people.map((name) => (
          <Avatar key={name} name={name} label={name} />
        ))}
      </Sample>
      <Sample name="Badge">
        {(["default", "accent", "good", "warn", "bad"] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Sample>
      <Sample name="Chip: plain, coloured, warning, bad, to be removed">
        <Chip>Plain</Chip>
        <Chip color={3}>Refund</Chip>
        <Chip size="md" tone="warn" start={<Avatar name="Tom Okafor" size="xs" />}>
          Tom Okafor
        </Chip>
        <Chip size="md" tone="bad">
          not-an-address
        </Chip>
        <Chip size="md" color={5} onRemove={() => undefined} removeLabel="Remove Delivery">
          Delivery
        </Chip>
      </Sample>
      <Sample name="Dot: states, and the twelve colours">
        {(["accent", "good", "warn", "bad", "quiet"] as const).map((tone) => (
          <Dot key={tone} tone={tone} label={tone} />
        ))}
        {colors.map((color) => (
          <Dot key={color} color={color} shape="square" label={`Colour ${color + 1}`} />
        ))}
      </Sample>
      <Sample name="Time">
        <Time instant="2026-01-05T09:30:00Z" />
        <Time instant="2026-01-05T09:30:00Z" form="full" />
      </Sample>
    </>
  );
}
