import { type Language } from '#contracts';

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits: the same number on every machine. `kind` keeps words and characters apart. */
function hash(text: string, kind: number): number {
  let value = Math.imul(OFFSET ^ kind, PRIME);
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), PRIME);
  return value >>> 0;
}

/** Numbers say that there is one, and how long it is; case and width say nothing. */
const plain = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/[’‘`]/gu, "'").replaceAll(/\d/gu, '0').replaceAll(/0{4,}/gu, '0000');

function grams(text: string, least: number, most: number, kind: number, into: Set<number>): void {
  for (let size = least; size <= most; size++) {
    for (let i = 0; i + size <= text.length; i++) into.add(hash(text.slice(i, i + size), kind));
  }
}

function english(text: string, into: Set<number>): void {
  const words = text.match(/[a-z0']+|[?!]/gu) ?? [];
  const framed = ['^', ...words, '$'];
  for (let i = 0; i < framed.length; i++) {
    into.add(hash(framed[i]!, 1));
    if (i > 0) into.add(hash(`${framed[i - 1]} ${framed[i]}`, 1));
    if (i > 1) into.add(hash(`${framed[i - 2]} ${framed[i - 1]} ${framed[i]}`, 1));
  }
  for (const word of words) grams(` ${word} `, 2, 5, 2, into);
}

function mandarin(text: string, into: Set<number>): void {
  const characters = text.replaceAll(/[^\p{L}\p{N}?!]+/gu, ' ').trim();
  grams(`^${characters}$`, 1, 4, 1, into);
}

/** What a sentence is told by: its n-grams, as hashes, each once. Characters 1–4 in Mandarin; in English words 1–3 and characters 2–5 within them. */
export function featuresOf(sentence: string, language: Language): Set<number> {
  const features = new Set<number>();
  (language === 'zh' ? mandarin : english)(plain(sentence), features);
  return features;
}

/** Largest whole number whose square is at most `value`. */
export function wholeRoot(value: number): number {
  let root = Math.floor(Math.sqrt(value));
  while (root * root > value) root -= 1;
  while ((root + 1) * (root + 1) <= value) root += 1;
  return root;
}
