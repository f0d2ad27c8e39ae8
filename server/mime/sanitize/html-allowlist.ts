const words = (text: string) => text.trim().split(/\s+/);

/** What a mail may be made of. No SVG, MathML, forms, frames, media, or anything that loads, runs or changes the page. */
export const allowedTags = words(`
  a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn dir div dl dt em
  figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span
  strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`);

export const allowedAttributes = words(`
  abbr align alt bgcolor border bordercolor cellpadding cellspacing class clear color colspan compact datetime dir face headers height href
  hspace id lang noshade nowrap rel reversed rowspan rules scope size span src start style summary target title type valign value vspace width`);

/** Removed with all that is in them; of other forbidden elements the words stay. */
export const removedWithContent = words(`
  applet audio base embed frame frameset head iframe link math meta noembed noframes noscript object plaintext script select svg template
  textarea title video xmp xml`);
