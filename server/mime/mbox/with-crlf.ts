/** Every LF that has no CR before it gets one; the same buffer where there is none. */
export function withCrlf(source: Buffer): Buffer {
  const bare: number[] = [];
  for (let at = source.indexOf(10); at !== -1; at = source.indexOf(10, at + 1))
    if (source[at - 1] !== 13) bare.push(at);
  if (bare.length === 0) return source;
  const result = Buffer.allocUnsafe(source.length + bare.length);
  let from = 0;
  let to = 0;
  for (const at of bare) {
    to += source.copy(result, to, from, at);
    to = result.writeUInt8(13, to);
    from = at;
  }
  source.copy(result, to, from);
  return result;
}
