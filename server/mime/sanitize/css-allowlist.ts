/** The declarations a mail may bring. What moves a box out of its place, loads, animates or runs is not here. */
export const allowedProperties = new Set(
  `background background-color border border-collapse border-color border-spacing border-style border-width
   border-top border-top-color border-top-style border-top-width border-right border-right-color border-right-style border-right-width
   border-bottom border-bottom-color border-bottom-style border-bottom-width border-left border-left-color border-left-style border-left-width
   border-radius border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius
   box-sizing caption-side clear color direction display empty-cells float font font-family font-size font-style font-variant font-weight
   height hyphens letter-spacing line-height list-style list-style-position list-style-type
   margin margin-top margin-right margin-bottom margin-left max-height max-width min-height min-width opacity orphans
   overflow overflow-x overflow-y overflow-wrap padding padding-top padding-right padding-bottom padding-left
   page-break-after page-break-before page-break-inside quotes tab-size table-layout text-align text-align-last text-decoration text-decoration-color
   text-decoration-line text-decoration-style text-decoration-thickness text-indent text-overflow text-shadow text-transform text-underline-offset
   unicode-bidi vertical-align visibility white-space widows width word-break word-spacing word-wrap writing-mode
   align-content align-items align-self justify-content flex flex-basis flex-direction flex-grow flex-shrink flex-wrap gap column-gap row-gap order`
    .trim()
    .split(/\s+/),
);

/** Below zero these pull content over what the reader trusts, or out of sight. */
export const neverNegative = /^(?:margin|padding|text-indent|letter-spacing|word-spacing|width|height|gap)/;

export const allowedFunctions = new Set(["rgb", "rgba", "hsl", "hsla", "light-dark"]);

export const allowedPseudoClasses = new Set([
  "link", "visited", "hover", "active", "focus", "first-child", "last-child", "only-child", "first-of-type", "last-of-type", "nth-child", "nth-of-type",
]); // prettier-ignore

/** Words of a `background` that are not its colour. */
export const backgroundWords = new Set(
  "none repeat no-repeat repeat-x repeat-y space round scroll fixed local top bottom left right center cover contain auto border-box padding-box content-box".split(
    " ",
  ),
);
