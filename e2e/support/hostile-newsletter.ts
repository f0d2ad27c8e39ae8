/** Everything that a mail should not be able to do to its reader, in one mail, with a text that should be read all the same. */
export function hostileNewsletter(url: string): string {
  const ran = `document.title='ran';top.document.title='ran';window.ran=true;top.ran=true;alert('ran')`;
  return `<!doctype html><html><head>
<base href="${url}/base/">
<meta http-equiv="refresh" content="0;url=${url}/refresh">
<link rel="stylesheet" href="${url}/style.css">
<style>@import "${url}/import.css"; body { background: url(${url}/background.png) } @font-face { font-family: spy; src: url(${url}/font.woff) } p { font-family: spy }</style>
<script>${ran}</script><script src="${url}/script.js"></script>
</head><body onload="${ran}" background="${url}/body.png">
<div id="overlay" style="position:fixed;inset:0;z-index:2147483647;background:#000;width:100vw;height:100vh" onclick="${ran}">Pay now</div>
<div style="position:absolute;top:-4000px;left:-4000px;width:9000px;height:9000px;background:red">Over everything</div>
<h1>Autumn stews</h1>
<p onmouseover="${ran}">This week: a beef stew from Jutland.</p>
<img src="${url}/pixel.png" width="1" height="1" alt="" onerror="${ran}" onload="${ran}">
<img src="x:nothing" alt="" onerror="${ran}"><img srcset="${url}/set.png 2x" alt="">
<picture><source srcset="${url}/source.png"><img src="${url}/picture.png" alt="A stew"></picture>
<table background="${url}/table.png"><tr><td style="background-image:url('${url}/cell.png')">Beans from Asturias</td></tr></table>
<form action="${url}/form" method="post"><input name="password" type="password" autofocus onfocus="${ran}"><button>Sign in again</button></form>
<svg onload="${ran}"><script>${ran}</script><image href="${url}/svg.png"/><animate onbegin="${ran}" attributeName="x" dur="1s"/></svg>
<svg><style><img src=x onerror="${ran}"></style></svg><math><mtext><img src=x onerror="${ran}"></mtext></math>
<iframe src="${url}/frame" srcdoc="<script>${ran}</script>"></iframe>
<object data="${url}/object"></object><embed src="${url}/embed"><video poster="${url}/poster.png" src="${url}/video" autoplay></video><audio src="${url}/audio" autoplay></audio>
<a href="javascript:${ran}" id="trick">Read on</a> <a href="${url}/link" ping="${url}/ping">Unsubscribe</a>
</body></html>`;
}
