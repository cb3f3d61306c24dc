import { expect, it } from '@jest/globals';
import { reportIn } from '../spans.rules.js';

const TEAM = '11111111-1111-4111-8111-111111111111';

it.each([
  [`by=item&team=${TEAM}&language=zh`, { by: 'item', filters: { team: TEAM, language: 'zh' } }],
  // The period goes with the time of sending.
  [`by=agent&from=2026-03-01&to=2026-03-02&span=week`, { by: 'agent', filters: {} }],
  ['by=mood&team=none', { by: 'team', filters: {} }],
  ['', { by: 'team', filters: {} }],
])('%j names %j', (address, report) => {
  expect(reportIn(new URLSearchParams(address))).toEqual(report);
});
