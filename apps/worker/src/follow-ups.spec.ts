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
