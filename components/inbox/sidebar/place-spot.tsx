import { MenuSpot, type MenuSpotProps } from "../../ui/menu-spot.tsx";

/** Stands over the end of its line once that is pointed at or has the focus. */
export function PlaceSpot(props: Omit<MenuSpotProps, "size" | "className">) {
  return (
    <span className="absolute inset-y-0 right-0.5 flex items-center opacity-0 group-hover/place:opacity-100 focus-within:opacity-100 has-aria-expanded:opacity-100 pointer-coarse:opacity-100 @max-[8rem]/side:hidden">
      <MenuSpot size="sm" {...props} />
    </span>
  );
}
