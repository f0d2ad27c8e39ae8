/** What a browser or system paints around the page, where no stylesheet reaches: `--ground` of app/tokens.css, as sRGB. */
export const browserColors = { light: "#f6f7f8", dark: "#0d0e11" };
