import { NEUTRAL_PROFILE, NO_FACTS, loadChecklist, loadLexicons, prepareScorer, writtenTranscript } from '#quality';
import { lineOf } from './result-line.js';

describe('the line of a dialogue', () => {
  const scorer = prepareScorer({
    ...loadChecklist('standard-inbound'),
    lexicons: loadLexicons(),
    profile: NEUTRAL_PROFILE,
  });
  const line = (answer: string) => {
    const transcript = writtenTranscript({
      ...{ id: 'd1', language: 'en' },
      turns: [
        { speaker: 'agent', text: 'Good morning, this is Susan. How may I help you?' },
        { speaker: 'customer', text: 'My parcel from the shop has not come, and nobody answers me.' },
        { speaker: 'agent', text: answer },
        { speaker: 'customer', text: 'Okay, thank you.' },
        { speaker: 'agent', text: 'Thank you for calling, goodbye.' },
      ],
    });
    return lineOf('d1', transcript, scorer({ transcript, transcriptVersion: 1, facts: NO_FACTS }));
  };

  it('tells signs with their words beside the results that they decide nothing of', () => {
    const item = line('You can go to the branch to solve it.').items['ownership.no_deflection'];
    expect(item).toMatchObject({ outcome: 'met', signs: [{ name: 'sent_elsewhere' }] });
    expect(item?.signs?.[0]?.evidence[0]).toMatchObject({ turn: 2, text: expect.stringMatching(/go to the branch/i) });
  });

  it('has none where nothing of the kind was heard', () => {
    expect(line('I have sent it to you again.').items['ownership.no_deflection']).not.toHaveProperty('signs');
  });
});
