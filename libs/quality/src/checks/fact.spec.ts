import { type ScoringFacts } from '#contracts';
import { outcomeOf, scoreCall } from '../scoring/call.fixture.js';

const judged = (itemId: string, facts: Partial<ScoringFacts>): string => outcomeOf(itemId, ['A: hello'], facts);

describe('items that rest on facts alone', () => {
  it.each([
    ['customer', 'met'],
    ['agent', 'not_met'],
    ['system', 'not_applicable'],
    [null, 'insufficient(no_fact)'],
  ] as const)('hung up by %s: customer_hangs_up_first is %s', (hangupParty, outcome) => {
    expect(judged('closing.customer_hangs_up_first', { hangupParty })).toBe(outcome);
  });

  it.each([
    ['none', true, 'not_applicable'],
    ['warm', true, 'met'],
    ['blind', false, 'not_met'],
    ['warm', null, 'insufficient(no_fact)'],
    [null, true, 'insufficient(no_fact)'],
  ] as const)('transfer %s, consulted %s: briefed is %s', (transfer, consulted, outcome) => {
    expect(judged('transfer.briefed', { transfer, consulted })).toBe(outcome);
  });

  it.each([
    [true, 'met'],
    [false, 'not_met'],
  ] as const)('notice given %s: recording.notice is %s, for any words', (noticeGiven, outcome) => {
    const lines = ['A: hello this call may be recorded', 'C: i have a question about my card please'];
    expect(outcomeOf('recording.notice', lines, { noticeGiven })).toBe(outcome);
  });

  it('names its source and who said so', () => {
    const { items } = scoreCall(['A: hello'], { hangupParty: 'customer', from: 'file-drop' });
    const item = items.find(({ itemId }) => itemId === 'closing.customer_hangs_up_first');
    expect(item).toMatchObject({ source: 'fact', confidence: 1, checkId: 'fact/1', reason: null });
    expect(item!.evidence).toEqual([{ kind: 'fact', name: 'hangupParty', value: 'customer', from: 'file-drop' }]);
  });
});
