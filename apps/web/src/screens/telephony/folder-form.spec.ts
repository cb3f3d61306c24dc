import { describe, expect, it } from '@jest/globals';
import { watchedFolderSchema } from '#contracts';
import { folderOf, formOf, NO_FOLDER, unreadNames } from './folder-form.rules.js';

const FOLDER = watchedFolderSchema.parse({
  ...{ path: '/srv/monitor', stillFor: 2000, sidecarWithin: 60_000 },
  recordings: {
    ...{ region: 'CN', language: 'zh', direction: 'inbound', agentChannel: 'left', names: ['{extension}_{*}'] },
    consent: { state: 'announced', reason: 'as agreed', evidence: { kind: 'announcement', reference: 'notice-3' } },
    sidecarNames: { CallRef: 'externalId' },
  },
});

describe('the form of a watched folder', () => {
  it('keeps what it has no field for', () => {
    const form = formOf(FOLDER);
    expect(folderOf(form, FOLDER)).toEqual(FOLDER);
    expect(folderOf({ ...form, path: '/srv/other' }, FOLDER)?.recordings).toEqual(FOLDER.recordings);
  });

  it('names what a recorder calls a fact, a line each, and says which lines tell nothing', () => {
    const form = { ...formOf(FOLDER), sidecarNames: 'CallRef = externalId\n A=B = staffNumber \nnonsense\nx = y' };
    expect(formOf(FOLDER).sidecarNames).toBe('CallRef = externalId');
    expect(folderOf(form, FOLDER)?.recordings?.sidecarNames).toEqual({
      ...{ CallRef: 'externalId', 'A=B': 'staffNumber', x: 'y' },
    });
    expect(unreadNames(form)).toEqual(['nonsense', 'x = y']);
  });

  it('says nothing of another answer that was said of the one before', () => {
    const form = formOf(FOLDER);
    expect(folderOf({ ...form, consent: 'given' }, FOLDER)?.recordings?.consent).toEqual({
      state: 'given',
      evidence: { kind: 'announcement' },
    });
    expect(folderOf({ ...form, evidence: 'contract' }, FOLDER)?.recordings?.consent?.evidence).toEqual({
      kind: 'contract',
    });
    expect(folderOf({ ...form, consent: '' }, FOLDER)?.recordings?.consent).toBeNull();
  });

  it('is none without a path, and is new with what is filled in', () => {
    expect(folderOf(NO_FOLDER)).toBeNull();
    const made = folderOf({ ...NO_FOLDER, path: '/srv/monitor', recordings: true, consent: 'announced' });
    expect(watchedFolderSchema.parse(made)).toMatchObject({
      recordings: { language: 'unknown', consent: { state: 'announced' } },
    });
  });
});
