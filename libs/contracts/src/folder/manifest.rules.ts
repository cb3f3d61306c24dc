import { LISTED_FACTS } from '../leg-facts.js';
import { readCsv } from './csv-reading.rules.js';
import { folderOf } from './folder.rules.js';

/** The columns of a manifest; `file` is required, everything else is taken from the form where a line has nothing. */
export const MANIFEST_COLUMNS = [
  ...(['file', 'externalId', 'recordingExternalId', 'startedAt', 'recordingBeganAt'] as const),
  ...(['direction', 'language', 'region'] as const),
  ...([
    'staffNumber',
    'extension',
    'agentChannel',
    'consent',
    'consentReason',
    'consentEvidence',
    'consentReference',
  ] as const),
  ...(['customerNumber', 'customerName', 'matterId', 'matterTitle'] as const),
  ...LISTED_FACTS,
] as const;
export type ManifestColumn = (typeof MANIFEST_COLUMNS)[number];
export type ManifestEntry = Partial<Record<ManifestColumn, string>> & { file: string };

/** What is wrong with a manifest, and in which line; a JSON list counts its entries from 1. */
export interface ManifestFault {
  line: number;
  what: 'unreadable' | 'unknown_column' | 'no_file_column' | 'no_file' | 'file_twice' | 'not_there';
  /** The column or file that it is about. */
  about: string;
}

export interface Manifest {
  /** By the file's place below the manifest's folder, with the line that names it. */
  entries: Map<string, ManifestEntry & { line: number }>;
  faults: ManifestFault[];
}

export function readManifest(path: string, text: string): Manifest {
  return path.toLowerCase().endsWith('.json') ? readJson(text) : readTable(text);
}

function readTable(text: string): Manifest {
  const [head, ...lines] = readCsv(text);
  if (!head) return { entries: new Map(), faults: [{ line: 1, what: 'unreadable', about: '' }] };
  const columns = head.cells.map((name) =>
    MANIFEST_COLUMNS.find((known) => known.toLowerCase() === name.toLowerCase()),
  );
  const unknown = head.cells.filter((_, at) => !columns[at]);
  const faults: ManifestFault[] = unknown.map((about) => ({ line: head.line, what: 'unknown_column', about }));
  if (!columns.includes('file')) faults.push({ line: head.line, what: 'no_file_column', about: 'file' });
  const rows = lines.map(({ line, cells }) => ({
    line,
    row: Object.fromEntries(cells.flatMap((cell, at) => (columns[at] && cell !== '' ? [[columns[at], cell]] : []))),
  }));
  return collect(rows, faults);
}

function readJson(text: string): Manifest {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    read = null;
  }
  if (!Array.isArray(read)) return { entries: new Map(), faults: [{ line: 1, what: 'unreadable', about: '' }] };
  const faults: ManifestFault[] = [];
  const rows = read.map((entry: unknown, at) => {
    const given = Object.entries(typeof entry === 'object' && entry !== null ? entry : {});
    for (const [name] of given)
      if (!MANIFEST_COLUMNS.includes(name as ManifestColumn))
        faults.push({ line: at + 1, what: 'unknown_column', about: name });
    return { line: at + 1, row: Object.fromEntries(given.map(([name, value]) => [name, String(value)])) };
  });
  return collect(rows, faults);
}

function collect(rows: { line: number; row: Record<string, string> }[], faults: ManifestFault[]): Manifest {
  const entries: Manifest['entries'] = new Map();
  for (const { line, row } of rows) {
    const file = row['file']?.replaceAll('\\', '/').replace(/^\.\//, '');
    if (!file) {
      if (!faults.some(({ what }) => what === 'no_file_column')) faults.push({ line, what: 'no_file', about: 'file' });
    } else if (entries.has(file)) faults.push({ line, what: 'file_twice', about: file });
    else entries.set(file, { ...row, file, line });
  }
  return { entries, faults };
}

/** What the manifest of its folder, or of a folder around it, says of a file. */
export function entryFor(
  path: string,
  manifests: readonly { path: string; manifest: Manifest }[],
): (ManifestEntry & { line: number }) | null {
  for (const { path: at, manifest } of manifests) {
    const entry = path.startsWith(folderOf(at)) ? manifest.entries.get(path.slice(folderOf(at).length)) : undefined;
    if (entry) return entry;
  }
  return null;
}

/** Lines about files that are not there: a wrong name must not pass unseen. */
export function notThere(at: string, { entries }: Manifest, paths: ReadonlySet<string>): ManifestFault[] {
  const lost = [...entries.values()].filter(({ file }) => !paths.has(folderOf(at) + file));
  return lost.map(({ line, file }) => ({ line, what: 'not_there', about: file }));
}
