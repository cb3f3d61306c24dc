import type { ConsentState, WatchedFolder } from '#contracts';

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
}

export const NO_FOLDER: FolderForm = {
  ...{ path: '', stillSeconds: 10, recordings: false, sidecarMinutes: 10, region: 'CN', direction: '' },
  ...{ consent: '', evidence: '', agentChannel: '', names: '' },
};

/** null: no folder is watched. */
export function folderOf(form: FolderForm): WatchedFolder | null {
  const { path, stillSeconds, sidecarMinutes, consent, evidence } = form;
  if (path.trim() === '') return null;
  const statement =
    consent === '' ? null : { state: consent, ...(evidence !== '' && { evidence: { kind: evidence } }) };
  const recordings = {
    ...{ region: form.region.trim().toUpperCase(), language: 'unknown' as const, consent: statement },
    ...{ direction: form.direction || null, agentChannel: form.agentChannel || null },
    ...{
      names: form.names
        .split('\n')
        .map((one) => one.trim())
        .filter(Boolean),
      sidecarNames: {},
    },
  };
  return {
    path: path.trim(),
    stillFor: stillSeconds * 1000,
    sidecarWithin: sidecarMinutes * 60_000,
    recordings: form.recordings ? recordings : null,
  };
}

/** What is there, to be changed; what the form has no field for stays as it is. */
export function formOf(folder: WatchedFolder | null): FolderForm {
  if (!folder) return NO_FOLDER;
  const about = folder.recordings;
  return {
    ...NO_FOLDER,
    ...{ path: folder.path, stillSeconds: folder.stillFor / 1000, sidecarMinutes: folder.sidecarWithin / 60_000 },
    recordings: about !== null,
    ...(about && { region: about.region, direction: about.direction ?? '', agentChannel: about.agentChannel ?? '' }),
    ...(about && { consent: about.consent?.state ?? '', evidence: about.consent?.evidence?.kind ?? '' }),
    ...(about && { names: about.names.join('\n') }),
  };
}
