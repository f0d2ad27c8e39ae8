import "react";

declare module "react" {
  // Style attributes may set custom properties, which the stylesheet reads.
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
