import { expect, it } from '@jest/globals';
import type { CallDetail } from '#contracts';
import { changesBetween, faultsOf, formOf } from './correction.rules.js';

const ZONE = 'Asia/Shanghai';
const call = {
  ...{ startedAt: '2026-11-24T01:30:07.250Z', language: 'en', region: 'CN', direction: 'inbound' },
  ...{ classification: 'business', matterReference: 'm-7', matter: 'Refund', purpose: null, outcome: 'sold' },
  legs: [
    {
      alertedAt: null,
      answeredAt: '2026-11-24T01:30:11.000Z',
      endedAt: null,
      ...{ hangupParty: 'customer', queue: 'billing', queueSeconds: 12.5, transfer: null, consulted: null },
      holdSpans: [{ fromMs: 66_000, toMs: 122_400 }],
      agent: { staffNumber: '3071' },
    },
  ],
  recordings: [{ channels: 2, agentChannel: 'left' }],
} as unknown as CallDetail;
const form = formOf(call, call.legs[0], ZONE);

it('sends what was changed and nothing else, times by the site’s clock', () => {
  expect(form).toMatchObject({ startedAt: '2026-11-24 09:30:07', alertedAt: '', agentChannel: 'left' });
  expect(changesBetween(form, form, ZONE)).toEqual({});
  const changed = {
    ...form,
    startedAt: '2026-11-24 10:30',
    answeredAt: '',
    hangupParty: '' as const,
    agentChannel: 'right' as const,
  };
  expect(changesBetween(form, changed, ZONE)).toEqual({
    ...{ startedAt: '2026-11-24T02:30:00.000Z', answeredAt: null, hangupParty: null, agentChannel: 'right' },
  });
  expect(changesBetween(form, { ...form, customerNumber: ' 13800002047 ' }, ZONE)).toEqual({
    customer: { number: '13800002047' },
  });
});

it('sends what the telephone system and the company know of it, and takes back what was emptied', () => {
  expect(form).toMatchObject({ queueSeconds: '12.5', transfer: '', holds: [{ from: '1:06', to: '2:02.4' }] });
  const changed = {
    ...form,
    ...({ classification: 'private', transfer: 'warm', consulted: 'no' } as const),
    ...{ purpose: 'sales', outcome: ' ', queue: '', queueSeconds: '90', matterReference: 'm-8', matterTitle: ' Card ' },
    holds: [...form.holds, { from: '3:00', to: '3:05' }, { from: '', to: '' }],
  };
  expect(faultsOf(changed)).toEqual([]);
  expect(changesBetween(form, changed, ZONE)).toEqual({
    ...{ classification: 'private', transfer: 'warm', consulted: false, purpose: 'sales', outcome: null, queue: null },
    ...{ queueSeconds: 90, matter: { externalId: 'm-8', title: 'Card' } },
    holdSpans: [
      { fromMs: 66_000, toMs: 122_400 },
      { fromMs: 180_000, toMs: 185_000 },
    ],
  });
  const emptied = { ...form, matterReference: '', matterTitle: '', holds: [] };
  expect(changesBetween(form, emptied, ZONE)).toEqual({ matter: null, holdSpans: [] });
});

it.each([
  [{ startedAt: '' }, 'startedAt'],
  [{ answeredAt: '24/11/2026 09:30' }, 'answeredAt'],
  [{ purpose: 'Two Words' }, 'purpose'],
  [{ queueSeconds: 'a while' }, 'queueSeconds'],
  [{ matterTitle: '' }, 'matter'],
  [{ holds: [{ from: '2:00', to: '1:00' }] }, 'holds'],
  [{ holds: [{ from: '2:00', to: '' }] }, 'holds'],
])('says what cannot be sent: %j', (change, fault) => expect(faultsOf({ ...form, ...change })).toEqual([fault]));
