/** Objects that are read at once. */
const AT_ONCE = 300;

/** A list of objects, or an object a line, in pieces that are each the same again. What is neither is one piece. */
export function jsonPieces(text: string): string[] {
  const source = text.replace(/^\uFEFF/, '').trim();
  if (source.startsWith('[')) {
    const list = parsed(source);
    return Array.isArray(list) ? sliced(list).map((some) => JSON.stringify(some)) : [source];
  }
  return sliced(source.split('\n')).map((lines) => lines.join('\n'));
}

const sliced = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, at) => list.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
