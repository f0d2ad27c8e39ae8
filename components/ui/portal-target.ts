/**
 * Where what floats is put: within the main part of the page, as everything on a page should lie in a landmark; on pages without one
 * at the end of the body. Asked while something opens, so never on the server.
 */
export function portalTarget(): HTMLElement | null {
  return typeof document === "undefined" ? null : document.querySelector("main");
}
