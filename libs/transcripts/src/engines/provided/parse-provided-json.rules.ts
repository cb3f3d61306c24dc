import { type Read, refuse } from './provided-words.js';

/** JSON from strangers, or where it breaks: by line and byte. The message is not passed on: it quotes the text. */
export function parseProvidedJson(text: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const numbersMended = withoutNaN(text);
    if (numbersMended !== null) return parseProvidedJson(numbersMended);
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.trimEnd().length);
    const before = text.slice(0, position);
    return refuse('invalid_json', { byte: Buffer.byteLength(before), line: before.split(/\r\n|\r|\n/).length });
  }
}

const NO_NUMBERS = ['NaN', '-Infinity', 'Infinity'];

/** Python writes what is no number as NaN and Infinity, which are not JSON; WhisperX does so for doubts that it could not work out. */
function withoutNaN(text: string): string | null {
  const mended: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') at = endOfString(text, at);
    const odd = NO_NUMBERS.find((name) => text.startsWith(name, at));
    if (odd === undefined) continue;
    // As long as what it stands for: places in the text stay where they were. `NaN` is shorter than `null` by one.
    mended.push(text.slice(from, at), 'null'.padEnd(odd.length));
    at += odd.length - 1;
    from = at + 1;
  }
  return mended.length > 0 ? mended.join('') + text.slice(from) : null;
}

/** Where a string that begins here ends, or the text does. */
function endOfString(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
