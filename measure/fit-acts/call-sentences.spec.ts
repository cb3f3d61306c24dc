import { ACTS_OF, type Act, type ActSpeaker } from '#quality';
import { type Read } from '../eval/model-calls/report-model-calls.js';
import { sentencesOfCalls, type Margins } from './call-sentences.js';

const call = (fault: string | null, agent: readonly string[]): Read => ({
  ...{ id: fault ?? 'm', base: 'm', fault, language: 'en', company: 'Northwind', expect: {} },
  turns: agent.map((text) => ({ speaker: 'agent', text })),
});
/** The longer a sentence, the likelier everything. */
const margins: Margins = (speaker: ActSpeaker, text) => ACTS_OF[speaker].map(() => text.length);

const KEPT = 'Let me see what can be done for you.';
const MODEL = call(null, [KEPT, 'So that is the grey coat, size nine, is it?']);

describe('what a model call and the same call with a fault teach', () => {
  const known = (calls: readonly Read[], text: string, act: Act): boolean | undefined => {
    const one = sentencesOfCalls(calls, 'hand', margins).find((sentence) => sentence.text === text);
    return !one || one.unsure.has(act) ? undefined : one.acts.has(act);
  };

  it('is the fault, of the likeliest sentence that only the one of them has', () => {
    const rude = call('conduct.no_prohibited', [KEPT, 'Any child can read a label, madam.', 'Grey coat, size nine?']);
    expect(known([MODEL, rude], 'Any child can read a label, madam.', 'forbidden')).toBe(true);
    expect(known([MODEL, rude], 'Grey coat, size nine?', 'forbidden')).toBeUndefined();
  });

  it('is the first answer to what must not be said, and that customers take offence at nothing else', () => {
    const said = (fault: string | null, text: string, answer: string): Read => ({
      ...call(fault, []),
      turns: [
        { speaker: 'agent', text },
        { speaker: 'customer', text: answer },
      ],
    });
    const plain = said(null, KEPT, 'That would be good, thank you.');
    const rude = said('conduct.no_prohibited', 'Any child can read a label, madam.', 'I beg your pardon? It is torn.');
    expect(known([plain, rude], 'I beg your pardon?', 'offended')).toBe(true);
    expect(known([plain, rude], 'It is torn.', 'offended')).toBeUndefined();
    expect(known([plain, rude], 'That would be good, thank you.', 'offended')).toBe(false);
  });

  it('is that what an agent does right is no fault, and otherwise not known', () => {
    expect(known([MODEL], KEPT, 'forbidden')).toBe(false);
    expect(known([MODEL], KEPT, 'takes_on')).toBeUndefined();
  });

  it('is what the call with the fault leaves out, and that it is nowhere else in it', () => {
    const silent = call('listening.confirmation', [KEPT]);
    expect(known([MODEL, silent], 'So that is the grey coat, size nine, is it?', 'reads_back')).toBe(true);
    expect(known([MODEL, silent], KEPT, 'reads_back')).toBe(false);
  });
});
