import { closes, movedBy, type CorrectionImpact } from './moved.rules.js';

const same = { before: '2026-03-12', after: '2026-03-12' };
const earlier = { before: '2026-03-12', after: '2019-03-12' };
const nothing: CorrectionImpact = {
  fields: ['language'],
  kept: true,
  day: same,
  terms: [same],
  disputed: false,
  gate: null,
};
const closing = { before: true, after: false };
const disputedBy = (field: CorrectionImpact['fields'][number]): [string, Partial<CorrectionImpact>, string[]] => [
  `${field}, while a dispute is open`,
  { fields: [field], disputed: true },
  ['dispute'],
];

describe('what a correction moves', () => {
  it.each<[string, Partial<CorrectionImpact>, string[]]>([
    ['the language', {}, []],
    ['the hour of the same day', { fields: ['startedAt'] }, []],
    ['another agent, also without a recording', { fields: ['staffNumber'], kept: false }, ['rights']],
    ['another day, under whatever schedule', { fields: ['startedAt'], day: earlier, terms: [] }, ['retention']],
    ['another day of a call without a recording', { fields: ['startedAt'], day: earlier, kept: false }, []],
    ['a purpose of which no rule speaks', { fields: ['purpose'] }, []],
    ['a purpose of which one does', { fields: ['purpose'], terms: [same, earlier] }, ['retention']],
    ['a later term, too', { fields: ['outcome'], terms: [{ before: '2019', after: '2026' }] }, ['retention']],
    ['the queue, while a dispute is open', { fields: ['queue'], disputed: true }, ['dispute']],
    ...(['answeredAt', 'alertedAt', 'hangupParty', 'transfer', 'holdSpans', 'queueSeconds'] as const).map(disputedBy),
    ...(['consulted', 'language', 'agentChannel', 'endedAt', 'region', 'classification'] as const).map(disputedBy),
    ['who the customer is, while a dispute is open', { fields: ['customer', 'matter'], disputed: true }, []],
    ['what closes, while a dispute is open', { fields: ['consent', 'region'], disputed: true, gate: closing }, []],
    ['what closes and more', { fields: ['consent', 'outcome'], disputed: true, gate: closing }, ['dispute']],
    ['consent that is given again', { fields: ['consent'], gate: { before: false, after: true } }, ['consent']],
    ['consent that is taken back', { fields: ['consent'], gate: { before: true, after: false } }, []],
    ['consent by another form of it', { fields: ['consent'], gate: { before: true, after: true } }, []],
    [
      'all at once',
      { fields: ['staffNumber', 'startedAt'], day: earlier, terms: [earlier], disputed: true },
      ['rights', 'retention', 'dispute'],
    ],
  ])('%s', (_what, change, moved) => {
    expect(movedBy({ ...nothing, ...change })).toEqual(moved);
  });

  it('closes what is recorded wherever it may not be by what is said', () => {
    const gate = { before: true, after: false };
    expect([closes({ kept: true, gate }), closes({ kept: false, gate }), closes({ kept: true, gate: null })]).toEqual([
      ...[true, false, false],
    ]);
    expect(closes({ kept: true, gate: { before: false, after: false } })).toBe(true);
  });
});
