import { MANIFEST_COLUMNS, type ManifestColumn } from './manifest.rules.js';

/** What a name says of its recording. */
export type NameReader = (path: string) => Partial<Record<ManifestColumn, string>> | null;

/** How telephone systems say which way a call went. */
const DIRECTIONS: Record<string, string> = {
  ...{ in: 'inbound', incoming: 'inbound', external: 'inbound', q: 'inbound', inbound: 'inbound' },
  ...{ out: 'outbound', outgoing: 'outbound', outbound: 'outbound', int: 'internal', internal: 'internal' },
};

/** A word that is not known stays as it is, so that it is refused by name. */
export const directionOf = (word: string): string => DIRECTIONS[word.trim().toLowerCase()] ?? word;

/**
 * Reads names by patterns such as `{direction}-{customerNumber}-{extension}-{*}-{*}-{externalId}`: a part in braces is a column of the manifest
 * and reaches to the next written characters, `{*}` is left out, everything else stands as it is. The name's ending is not part of it. A name
 * that fits no pattern says nothing.
 *
 * @throws Error that says which part is not known
 */
export function readNamesBy(patterns: readonly string[]): NameReader {
  const compiled = patterns.map(compile);
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/, '');
    for (const pattern of compiled) {
      const read = readName(name, pattern);
      if (!read) continue;
      const { direction } = read;
      return { ...read, ...(direction !== undefined && { direction: directionOf(direction) }) };
    }
    return null;
  };
}

/** What stands before the first part, and each part with what stands behind it. */
interface Pattern {
  before: string;
  parts: { column: ManifestColumn | null; behind: string }[];
}

function compile(pattern: string): Pattern {
  const [before = '', ...rest] = pattern.split(/(\{[^}]*\})/);
  const parts = rest.flatMap((part, at): Pattern['parts'] =>
    at % 2 === 0 ? [{ column: columnOf(part.slice(1, -1)), behind: rest[at + 1] ?? '' }] : [],
  );
  return { before, parts };
}

function columnOf(name: string): ManifestColumn | null {
  if (name === '*') return null;
  const column = MANIFEST_COLUMNS.find((known) => known === name && known !== 'file');
  if (!column) throw new Error(`{${name}} is no column of the manifest (${MANIFEST_COLUMNS.slice(1).join(', ')})`);
  return column;
}

/** In one pass: a name is written by strangers, and must not cost more time for how it was chosen. */
function readName(name: string, { before, parts }: Pattern): Partial<Record<ManifestColumn, string>> | null {
  if (!name.startsWith(before)) return null;
  const read: Partial<Record<ManifestColumn, string>> = {};
  let from = before.length;
  for (const [at, { column, behind }] of parts.entries()) {
    const least = from + (column ? 1 : 0);
    const isLast = at === parts.length - 1;
    const to = isLast ? name.length - behind.length : name.indexOf(behind, least);
    if (to < least || (isLast && !name.endsWith(behind))) return null;
    if (column) read[column] = name.slice(from, to);
    from = to + behind.length;
  }
  return from === name.length ? read : null;
}
