import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from './call.fixture.js';
import { prepareScorer } from './score.rules.js';

const scorer = prepareScorer({ ...rulebook, profile: PROFILE });

/** The Mandarin call of a card's yearly fee, with one turn of the agent's in place of another. */
function judge(turns: readonly string[], english: number | null) {
  const transcript = buildTranscript(turns);
  const mixed = transcript.turns.map((turn) => (turn.index === english ? { ...turn, language: 'en' as const } : turn));
  const leg = { transcript: { ...transcript, turns: mixed }, transcriptVersion: 1, facts: UNKNOWN_FACTS };
  const { items } = scorer(leg);
  return Object.fromEntries(
    items.map((item) => [item.itemId, item.reason ? `${item.outcome}(${item.reason})` : item.outcome]),
  );
}

const CALL = [
  'A: 您好，青禾银行，我是李明',
  'C: 我想咨询一下你们的信用卡年费是怎么收取的',
  'A: 首年免年费，次年消费满六次免年费',
  'C: 好的谢谢',
  'A: is there anything else i can help you with',
];

describe('a call that mixes languages', () => {
  it('stands by what was heard, and accuses no agent over what may have been said in the other language', () => {
    const [plain, mixed] = [judge(CALL, null), judge(CALL, 4)];
    // Read as Mandarin alone, the English offer of further help does not exist.
    expect(plain['closing.further_help']).toBe('not_met');
    expect(mixed['closing.further_help']).toBe('insufficient(language_mixed)');
    expect(mixed['greeting.company']).toBe('met');
    // What only the first turns are asked for was looked for in all of them.
    const accused = (outcomes: typeof mixed) => Object.keys(outcomes).filter((id) => outcomes[id] === 'not_met');
    expect(accused(mixed).filter((id) => !id.startsWith('greeting.'))).toEqual([]);
    expect(accused(plain).length).toBeGreaterThan(accused(mixed).length);
  });

  it("is judged where every turn that was looked at is in the call's own", () => {
    const late = ['A: 什么事', ...CALL.slice(1)];
    expect(judge(late, 4)['greeting.salutation']).toBe('not_met');
    expect(judge(late, 0)['greeting.salutation']).toBe('insufficient(language_mixed)');
  });
});
