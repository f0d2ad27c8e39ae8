export function HeaderTable({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 max-pair:grid-cols-[fit-content(40%)_minmax(0,1fr)]">
      {[...rows.entries()].map(([index, [name, value]]) => (
        <div key={index} className="contents">
          <dt className="text-ink-3 max-pair:wrap-anywhere">{name}</dt>
          <dd dir="auto" className="wrap-anywhere whitespace-pre-wrap select-text">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
