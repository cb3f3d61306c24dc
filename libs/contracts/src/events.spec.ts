import { EVENT_DOMAINS, EVENT_NAMES, EVENTS, nextJobs, sentOf, WEBHOOK_EVENTS } from './journal-events.js';

describe('a sealed recording', () => {
  it.each([
    ['recognition', {}, 'transcribe-recording'],
    ['a lane of its own, where its words came with it', { wordsCame: true }, 'take-provided-words'],
  ])('goes to %s', (_where, came, job) => {
    expect(nextJobs('recording.sealed', { recordingId: 'r', ...came }, 'call')).toEqual([{ job, subjectId: 'r' }]);
  });
});

describe('an approved request', () => {
  it.each([
    ['for evidence has its package made at once', 'evidence_export', [{ job: 'build-export', subjectId: 'q' }]],
    ['to hear and export likewise', 'listen_and_export', [{ job: 'build-export', subjectId: 'q' }]],
    ['to hear a call opens nothing', 'listen', []],
  ])('%s', (_what, action, jobs) => {
    expect(nextJobs('legal_request.approved', { requestId: 'q', action }, null)).toEqual(jobs);
  });
});

describe('a call that became known', () => {
  it.each([
    [
      'may keep an earlier promise where an agent called out',
      'outbound',
      [{ job: 'match-commitments', subjectId: 'c' }],
    ],
    ['keeps none where the customer called', 'inbound', []],
  ])('%s', (_what, direction, jobs) => {
    expect(nextJobs('call.known', { direction }, 'c')).toEqual(jobs);
  });
});

describe('what leaves the house', () => {
  it('is of few events, and of each the details that its row names', () => {
    expect(WEBHOOK_EVENTS).toContain('recording.sealed');
    expect(WEBHOOK_EVENTS).not.toContain('account.signed_in');
    const details = { recordingId: '018f0000-0000-7000-8000-000000000000', durationMs: 5, wordsCame: true };
    expect(sentOf('recording.sealed', details)).toEqual({ recordingId: details.recordingId, durationMs: 5 });
    expect(sentOf('call.known', { source: 'upload', direction: 'inbound' })).toEqual({});
  });

  it('names details that the event has', () => {
    for (const event of WEBHOOK_EVENTS)
      expect(Object.keys(EVENTS[event].details.shape)).toEqual(
        expect.arrayContaining([...EVENTS[event].webhook.sends]),
      );
    expect(EVENT_NAMES).toHaveLength(Object.keys(EVENTS).length);
  });
});

it('every event is of exactly one kind that a reader of the journal can choose', () => {
  const chosen = Object.values(EVENT_DOMAINS).flat();
  expect([...chosen].sort()).toEqual([...EVENT_NAMES].sort());
});
