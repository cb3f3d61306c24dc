import { MANIFEST_COLUMNS, type ConsentState, type ConsentStatement, type WatchedFolder } from '#contracts';

/** A folder as it is filled in. */
export interface FolderForm {
  path: string;
  stillSeconds: number;
  recordings: boolean;
  sidecarMinutes: number;
  region: string;
  direction: '' | 'inbound' | 'outbound' | 'internal';
  consent: '' | ConsentState;
  evidence: '' | 'announcement' | 'spoken' | 'keypad' | 'contract' | 'form';
  agentChannel: '' | 'left' | 'right';
  names: string;
  /** A line each: what a recorder calls a fact in the file beside its recording, `=`, and what we call it. */
  sidecarNames: string;
}

export const NO_FOLDER: FolderForm = {
  ...{ path: '', stillSeconds: 10, recordings: false, sidecarMinutes: 10, region: 'CN', direction: '' },
  ...{ consent: '', evidence: '', agentChannel: '', names: '', sidecarNames: '' },
};

/** @param before what is there: what the form has no field for stays as it is. null: no folder is watched */
export function folderOf(form: FolderForm, before: WatchedFolder | null = null): WatchedFolder | null {
  const { path, stillSeconds, sidecarMinutes } = form;
  if (path.trim() === '') return null;
  const was = before?.recordings;
  const recordings = {
    ...{ region: form.region.trim().toUpperCase(), language: was?.language ?? ('unknown' as const) },
    consent: statementOf(form, was?.consent ?? null),
    ...{ direction: form.direction || null, agentChannel: form.agentChannel || null },
    ...{
      names: linesOf(form.names),
      sidecarNames: Object.fromEntries(pairsOf(form)),
    },
  };
  return {
    path: path.trim(),
    stillFor: stillSeconds * 1000,
    sidecarWithin: sidecarMinutes * 60_000,
    recordings: form.recordings ? recordings : null,
  };
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
const asLines = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(([theirs, ours]) => `${theirs} = ${ours}`)
    .join('\n');

/** Their name and ours. In theirs there may be an equals sign, in ours there is none. */
const pairsOf = ({ sidecarNames }: FolderForm): [string, string][] =>
  linesOf(sidecarNames).flatMap((line): [string, string][] => {
    const at = line.lastIndexOf('=');
    const [theirs, ours] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at > 0 && theirs !== '' && ours !== '' ? [[theirs, ours]] : [];
  });

/** Lines that tell nothing: they name no column of a manifest. */
export function unreadNames(form: FolderForm): string[] {
  const known = new Set<string>(MANIFEST_COLUMNS);
  const read = new Set(pairsOf(form).flatMap(([theirs, ours]) => (known.has(ours) ? theirs : [])));
  return linesOf(form.sidecarNames).filter((line) => !read.has(line.slice(0, line.lastIndexOf('=')).trim()));
}

/** The ground, the reference and the time belong to what was said: they go with another answer. */
function statementOf({ consent, evidence }: FolderForm, was: ConsentStatement | null): ConsentStatement | null {
  if (consent === '') return null;
  const { evidence: had, ...said } = was?.state === consent ? was : { state: consent };
  if (evidence === '') return said;
  return { ...said, evidence: had?.kind === evidence ? had : { kind: evidence } };
}

/** What is there, to be changed. */
export function formOf(folder: WatchedFolder | null): FolderForm {
  if (!folder) return NO_FOLDER;
  const about = folder.recordings;
  return {
    ...NO_FOLDER,
    ...{ path: folder.path, stillSeconds: folder.stillFor / 1000, sidecarMinutes: folder.sidecarWithin / 60_000 },
    recordings: about !== null,
    ...(about && { region: about.region, direction: about.direction ?? '', agentChannel: about.agentChannel ?? '' }),
    ...(about && { consent: about.consent?.state ?? '', evidence: about.consent?.evidence?.kind ?? '' }),
    ...(about && { names: about.names.join('\n'), sidecarNames: asLines(about.sidecarNames) }),
  };
}
