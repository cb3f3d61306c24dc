import { MANIFEST_COLUMNS, type ManifestColumn } from '#contracts';

/** What a name says of its recording. */
export type NameReader = (path: string) => Partial<Record<ManifestColumn, string>> | null;

/** How telephone systems say which way a call went. */
const DIRECTIONS: Record<string, string> = {
  ...{ in: 'inbound', incoming: 'inbound', external: 'inbound', q: 'inbound', inbound: 'inbound' },
  ...{ out: 'outbound', outgoing: 'outbound', outbound: 'outbound', int: 'internal', internal: 'internal' },
};

/**
 * Reads names by patterns such as `{direction}-{customerNumber}-{extension}-{*}-{externalId}`: a part in braces is a column of the manifest
 * and reaches to the next written character, `{*}` is left out, everything else stands as it is. The name's ending is not part of it. A name
 * that fits no pattern says nothing.
 *
 * @throws Error that says which part is not known
 */
export function readNamesBy(patterns: readonly string[]): NameReader {
  const compiled = patterns.map(compile);
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/, '');
    for (const { expression, columns } of compiled) {
      const found = expression.exec(name);
      if (!found) continue;
      const said = columns.map((column, at): [string, string] => [column, found[at + 1] ?? '']);
      const read = Object.fromEntries(said.filter(([, value]) => value !== ''));
      const { direction } = read;
      return {
        ...read,
        ...(direction !== undefined && { direction: DIRECTIONS[direction.toLowerCase()] ?? direction }),
      };
    }
    return null;
  };
}

function compile(pattern: string): { expression: RegExp; columns: ManifestColumn[] } {
  const columns: ManifestColumn[] = [];
  const source = pattern.split(/(\{[^}]*\})/).map((part) => {
    const [, name] = /^\{([^}]*)\}$/.exec(part) ?? [];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    if (name === '*') return '.*?';
    const column = MANIFEST_COLUMNS.find((known) => known === name && known !== 'file');
    if (!column)
      throw new Error(`--name: {${name}} is no column of the manifest (${MANIFEST_COLUMNS.slice(1).join(', ')})`);
    columns.push(column);
    return '(.+?)';
  });
  return { expression: new RegExp(`^${source.join('')}$`), columns };
}
