import { type CheckDefinition, type Checklist, type ConditionDefinition, type ItemResult } from '#contracts';
import { buildTranscript, rulebook, UNKNOWN_FACTS } from './call.fixture.js';
import { prepareScorer } from './score.rules.js';

/** An item of a checklist of its own, judged on a call whose words are all sure but those of one turn. */
function resultOf(
  check: CheckDefinition,
  lines: readonly string[],
  unsure: number | null,
  appliesWhen: ConditionDefinition[] = [],
  sure = 0.7,
): ItemResult {
  const item = { id: 'own.item', title: { zh: '一', en: 'one' }, weight: 5, critical: false, clause: 'P1 §1' };
  const sections = [{ id: 'one', title: item.title, items: [{ ...item, appliesWhen, check }] }];
  const checklist: Checklist = { ...rulebook.checklist, id: 'own', sections };
  const transcript = buildTranscript(lines);
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    words: [...turn.text.matchAll(/\S+/g)].map(({ 0: text, index }, n) => ({
      ...{ text, fromMs: turn.fromMs, toMs: turn.toMs, fromChar: index, toChar: index + text.length },
      confidence: (turn.index === unsure ? sure : 0.95) - (n % 2) * 0.01,
    })),
  }));
  const score = prepareScorer({ ...rulebook, checklist });
  const [result] = score({ transcript: { ...transcript, turns }, transcriptVersion: 1, facts: UNKNOWN_FACTS }).items;
  expect(result).not.toHaveProperty('heard');
  return result!;
}

function judged(...call: Parameters<typeof resultOf>): string {
  const { reason, outcome } = resultOf(...call);
  return reason ? `insufficient(${reason})` : outcome;
}

const none = { zh: '无', en: 'none' };
const GREETING = 'A: hello green grain bank how can i help you today';
const COMPLAINT = 'C: i want to make a complaint about my statement';
const SORRY = 'A: i am so sorry about that';
const UNSURE = 'insufficient(words_unreliable)';

describe('an accusation is as sure as the least sure words that it needs', () => {
  it('steps: that something called for them, however surely the first step was heard', () => {
    const check = {
      kind: 'steps',
      start: { lookFor: ['complaint'], speaker: 'customer' },
      steps: [{ lookFor: ['apology'] }, { lookFor: ['promise'] }],
      noStart: none,
    };
    const lines = [GREETING, COMPLAINT, SORRY, 'C: right then', 'A: good day to you and take care'];
    expect(judged(check, lines, null)).toBe('not_met');
    expect(judged(check, lines, 1)).toBe(UNSURE);
    // Without the step it would be missing all the same.
    expect(judged(check, lines, 2)).toBe('not_met');
  });

  it('resolution: what the agent made of it and what the customer said to it', () => {
    const lines = [
      ...[GREETING, 'C: my card is broken', 'A: that is not our department i am afraid you have to call the shop'],
      ...['C: that does not help me at all', 'A: well there is nothing i can do for you'],
      'C: that is no use to me this is ridiculous',
    ];
    expect(judged({ kind: 'resolution' }, lines, null)).toBe('not_met');
    expect(judged({ kind: 'resolution' }, lines, 4)).toBe(UNSURE);
    expect(judged({ kind: 'resolution' }, lines, 5)).toBe(UNSURE);
  });

  it('any: every one of the ways that were not gone', () => {
    const sorryFor = (list: string): CheckDefinition => ({
      kind: 'sequence',
      trigger: { lookFor: [list], speaker: 'customer' },
      response: { lookFor: ['apology'] },
      order: 'after',
      noTrigger: none,
    });
    const check = { kind: 'any', of: [sorryFor('complaint'), sorryFor('trouble')] };
    const lines = [GREETING, COMPLAINT, 'A: go on', 'C: my card was stolen', 'A: what is its number please'];
    expect(judged(check, lines, null)).toBe('not_met');
    expect(judged(check, lines, 1)).toBe(UNSURE);
    expect(judged(check, lines, 3)).toBe(UNSURE);
    expect(judged({ ...check, kind: 'all' }, lines, 3)).toBe('not_met');
  });

  it('all: what the failing part needs, and of several that fail the surest', () => {
    const lines = [
      ...[GREETING, 'C: my card is broken', 'A: that is not our department i am afraid you have to call the shop'],
      ...['C: that does not help me at all', 'A: well there is nothing i can do for you'],
      'C: that is no use to me this is ridiculous',
    ];
    const all = (list: string): CheckDefinition => ({
      kind: 'all',
      of: [{ kind: 'resolution' }, { kind: 'phrase', lookFor: [list], zone: 'anywhere' }],
    });
    expect(judged(all('salutation'), lines, null)).toBe('not_met');
    expect(judged(all('salutation'), lines, 4)).toBe(UNSURE);
    expect(judged(all('apology'), lines, 4)).toBe('not_met');
  });

  it('a phrase that outweighs another: the words against, not those for it', () => {
    const check = { kind: 'phrase', lookFor: ['apology'], against: ['plain_deflection'], whenBoth: 'not_met' };
    const lines = [GREETING, COMPLAINT, SORRY, 'C: so what now', 'A: that is not our department'];
    expect(judged(check, lines, null)).toBe('not_met');
    expect(judged(check, lines, 4)).toBe(UNSURE);
  });

  it('and that the item applies at all', () => {
    const when = [{ kind: 'heard', query: { lookFor: ['complaint'], speaker: 'customer' }, otherwise: none }];
    const check = { kind: 'phrase', lookFor: ['apology'] };
    const lines = [GREETING, COMPLAINT, 'A: what is its number please', 'C: one two three', 'A: right you are'];
    expect(judged(check, lines, null, when)).toBe('not_met');
    expect(judged(check, lines, 1, when)).toBe(UNSURE);
    const cases = [{ when, check }];
    expect(judged({ kind: 'choose', cases, otherwise: check }, lines, null)).toBe('not_met');
    expect(judged({ kind: 'choose', cases, otherwise: check }, lines, 1)).toBe(UNSURE);
  });

  it('and that the call is about this customer at all', () => {
    const when = [{ kind: 'particulars', otherwise: none }];
    const check = { kind: 'phrase', lookFor: ['apology'] };
    const lines = [GREETING, 'C: it is about my order', 'A: go on', 'C: well that is all', 'A: right you are'];
    expect(judged(check, lines, null, when)).toBe('not_met');
    expect(judged(check, lines, 1, when)).toBe(UNSURE);
  });
});

describe('how sure an accusation is', () => {
  const when = [{ kind: 'heard', query: { lookFor: ['complaint'], speaker: 'customer' }, otherwise: none }];
  const lines = [GREETING, COMPLAINT, 'A: what is its number please', 'C: one two three', 'A: right you are'];
  const sure = (check: CheckDefinition, applies: ConditionDefinition[]): number =>
    resultOf(check, lines, 1, applies, 0.9).confidence;

  it('counts once what it is sure of, and once how sure the words are by which it applies', () => {
    const check = { kind: 'phrase', lookFor: ['apology'] };
    expect(sure(check, [])).toBe(0.8);
    // The word complaint was heard at 0.89.
    expect(sure(check, when)).toBe(0.71);
    expect(sure({ kind: 'choose', cases: [{ when, check }], otherwise: check }, [])).toBe(0.71);
    expect(sure({ kind: 'all', of: [check, check] }, when)).toBe(0.71);
    const cases = [{ when, check }];
    const either = { kind: 'any', of: [check, { kind: 'choose', cases, otherwise: check }] };
    expect(sure(either, [])).toBe(0.71);
  });
});
