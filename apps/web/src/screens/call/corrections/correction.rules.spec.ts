import { expect, it } from '@jest/globals';
import type { CallDetail } from '#contracts';
import { changesBetween, formOf } from './correction.rules.js';

const ZONE = 'Asia/Shanghai';
const call = {
  ...{ startedAt: '2026-11-24T01:30:07.250Z', language: 'en', region: 'CN', direction: 'inbound' },
  legs: [
    {
      alertedAt: null,
      answeredAt: '2026-11-24T01:30:11.000Z',
      endedAt: null,
      hangupParty: 'customer',
      agent: { staffNumber: '3071' },
    },
  ],
  recordings: [{ channels: 2, agentChannel: 'left' }],
} as unknown as CallDetail;
const form = formOf(call, ZONE);

it('sends what was changed and nothing else, times by the site’s clock', () => {
  expect(form).toMatchObject({ startedAt: '2026-11-24T09:30:07', alertedAt: '', agentChannel: 'left' });
  expect(changesBetween(form, form, ZONE)).toEqual({});
  const changed = {
    ...form,
    startedAt: '2026-11-24T10:30',
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
