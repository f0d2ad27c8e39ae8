"use client";

import { use, type ComponentType } from "react";

export type Later<Props> = ComponentType<Props> & {
  /** Loads it, so that it is drawn at once when it is wanted. Fails silently: whoever wants it will see why. */
  preload: () => void;
};

/**
 * A component whose code comes after the page; belongs into a `Suspense`. Code that is here already is drawn at once. React's own `lazy`
 * never does that: it shows the fallback first, and whatever comes after a fallback is held back for 300 ms.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;

  const begin = () => {
    const promise = load().then((component) => (loaded = component));
    loading = promise;
    return promise;
  };
  const preload = () => {
    if (loading) return;
    // What failed ahead of time is asked for again.
    begin().catch(() => (loading = undefined));
  };
  function Loaded(props: Props) {
    const Component = loaded ?? use(loading ?? begin());
    // The same one each time: its module made it.
    // oxlint-disable-next-line react/static-components
    return <Component {...props} />;
  }
  return Object.assign(Loaded, { preload });
}
