import { describe, expect, it } from '@jest/globals';
import type { LegalRequestRow } from '#contracts';
import { grantShown, mayPlay, nextStep } from './next-step.rules.js';

const by = '2026-03-26T00:00:00.000Z';
const until = '2026-03-20T00:00:00.000Z';
const grant = { state: 'active', expiresAt: until, playsUsed: 1, playsAllowed: 3 };
const usedUp = { ...grant, state: 'used_up' };
const both = { state: 'approved', action: 'listen_and_export', grant };
const row = (over: object): LegalRequestRow =>
  ({
    state: 'submitted',
    action: 'listen',
    decideBy: by,
    expiresAt: until,
    approvals: { needed: 1, by: [] },
    grant: null,
    exportGrant: null,
    ...over,
  }) as unknown as LegalRequestRow;

describe('what comes next of a request', () => {
  it.each([
    ['is submitted', { state: 'draft', decideBy: null }, { step: 'draft' }],
    ['one decides', {}, { step: 'decideOne', by }],
    ['two decide', { approvals: { needed: 2, by: [] } }, { step: 'decideMore', count: 2, by }],
    [
      'one more decides',
      { state: 'answered', approvals: { needed: 2, by: [{}] } },
      { step: 'decideMore', count: 1, by },
    ],
    ['is answered', { state: 'asked_back' }, { step: 'asked_back', by }],
    ['is used', { state: 'approved', grant }, { step: 'active', until, left: 2 }],
    ['is exported', { state: 'approved', action: 'evidence_export', grant }, { step: 'export', until }],
    ['is heard and exported', { ...both, exportGrant: grant }, { step: 'both', until, left: 2 }],
    ['is heard, and was not approved for export', both, { step: 'listening', until, left: 2 }],
    ['is exported, and heard no more', { ...both, grant: usedUp, exportGrant: grant }, { step: 'export', until }],
    ['is heard, and its package was taken', { ...both, exportGrant: usedUp }, { step: 'active', until, left: 2 }],
    ['is used up', { ...both, grant: usedUp, exportGrant: usedUp }, { step: 'over' }],
    ['is over', { state: 'approved', grant: { ...grant, state: 'revoked' } }, { step: 'over' }],
    ['was refused', { state: 'rejected' }, { step: 'over' }],
    ['is reviewed', { state: 'opened', opening: { reviewBy: until } }, { step: 'opened', by: until }],
  ])('%s', (_, over, expected) => {
    expect(nextStep(row(over))).toEqual(expected);
  });
});

it('of two grants the one that still holds is shown, else the one to listen', () => {
  expect(grantShown(row({ ...both, grant: usedUp, exportGrant: grant }))).toBe(grant);
  expect(grantShown(row({ ...both, grant: usedUp, exportGrant: { ...usedUp } }))).toBe(usedUp);
  expect(grantShown(row({}))).toBeNull();
});

it.each([
  ['the requester, while it is active', { mine: true, grant }, true],
  ['an approver', { mine: false, grant }, false],
  ['the requester, once it is used up', { mine: true, grant: { ...grant, playsUsed: 3 } }, false],
  ['the requester, once it is revoked', { mine: true, grant: { ...grant, state: 'revoked' } }, false],
  ['the requester of an export alone', { mine: true, action: 'evidence_export', grant }, false],
])('recordings of a request can be played by %s: %p', (_who, over, may) => {
  expect(mayPlay(row(over) as Parameters<typeof mayPlay>[0])).toBe(may);
});
