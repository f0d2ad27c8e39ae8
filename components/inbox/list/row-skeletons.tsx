import { useFirstStrings } from "../../language/use-first-strings.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { rowHeights, type Density } from "../use-density.ts";

const widths = ["w-2/3", "w-1/2", "w-3/4", "w-3/5", "w-1/2", "w-2/3", "w-4/5", "w-1/2"];

/** Rows in the shape of those that come. */
export function RowSkeletons({ density }: { density: Density }) {
  const strings = useFirstStrings();
  return (
    <div>
      <span className="sr-only">{strings.common.loading}</span>
      {widths.map((width, index) => (
        <div
          // They have no order to change.
          // eslint-disable-next-line react/no-array-index-key
          key={index}
          style={{ height: rowHeights[density] }}
          className="flex flex-col justify-center gap-2 border-b border-line pr-4 pl-[30px]"
        >
          {density === "comfortable" && <Skeleton className="w-28" />}
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  );
}
