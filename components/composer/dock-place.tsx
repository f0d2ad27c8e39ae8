/** As large as a dock in which nobody writes yet: nothing moves when it comes. */
export function DockPlace() {
  return (
    <div
      aria-hidden
      className="mx-6 mb-4 h-[42px] w-[calc(100%-3rem)] max-w-[760px] shrink-0 self-center rounded-lg border border-line-strong bg-raised max-pair:hidden"
    />
  );
}
