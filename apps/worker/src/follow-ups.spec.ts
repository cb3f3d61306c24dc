import { FOLLOW_UPS } from './follow-ups.js';

const entry = (details: Record<string, unknown>) =>
  ({ callId: 'call', details }) as unknown as Parameters<(typeof FOLLOW_UPS)['recording.sealed']>[0];

describe('a sealed recording', () => {
  it.each([
    ['recognition', {}, 'transcribe-recording'],
    ['a lane of its own, where its words came with it', { wordsCame: true }, 'take-provided-words'],
  ])('goes to %s', (_where, came, job) => {
    const next = FOLLOW_UPS['recording.sealed'](entry({ recordingId: 'r', ...came }));
    expect(next).toEqual([{ job, subjectId: 'r' }]);
  });
});

describe('an approved request', () => {
  it.each([
    ['for evidence has its package made at once', 'evidence_export', [{ job: 'build-export', subjectId: 'q' }]],
    ['to hear a call sets off nothing', 'play', []],
  ])('%s', (_what, action, jobs) => {
    expect(FOLLOW_UPS['legal_request.approved'](entry({ requestId: 'q', action }))).toEqual(jobs);
  });
});
