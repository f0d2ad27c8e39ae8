/** A small sheet of paper that says what kind of file it is. */
export function FileMark({ name, contentType }: { name: string; contentType: string }) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? contentType.split("/")[1]?.slice(0, 4) ?? "";
  return (
    <span
      aria-hidden
      className="grid h-9 w-[30px] shrink-0 place-items-center rounded-sm bg-hover text-[9px] font-strong text-ink-2 uppercase group-hover/file:bg-line"
    >
      {ending}
    </span>
  );
}
