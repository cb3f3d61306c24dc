import { type Checklist, type ScoringFacts, type OwnPhraseList } from '#contracts';
import { buildTranscript, outcomeOf, rulebook, scoreCall, UNKNOWN_FACTS } from './call.fixture.js';
import { prepareScorer } from './score.rules.js';

/** What is not heard accuses no one where it may have been said, or was not owed. */

const matter = 'C: i would like to know how the yearly fee of your credit card works';
const end = ['C: no that is all thanks', 'A: thank you for calling goodbye'];
const item = (id: string, lines: readonly string[], facts: Partial<ScoringFacts> = {}): string =>
  outcomeOf(id, lines, facts);

it('takes thanks at the end of a short call for no salutation', () => {
  expect(
    item('greeting.salutation', [
      'A: yes what is it',
      'C: hours please',
      'A: nine to five every day of the week',
      'C: thanks',
      'A: thank you for calling',
    ]),
  ).toBe('not_met');
});

it('asks a person where the first words were not understood', () => {
  expect(item('greeting.salutation', ['A: …', matter, 'A: it is a hundred a year', ...end])).toBe(
    'insufficient(words_unreliable)',
  );
  expect(item('greeting.salutation', ['A: yes what is it', matter, 'A: it is a hundred a year', ...end])).toBe(
    'not_met',
  );
});

it('asks a person where the recording ends before the call', () => {
  const lines = [
    'A: hello',
    matter,
    'A: it is a hundred a year',
    'C: i see thanks',
    'A: counted from the day it was opened',
  ];
  expect(item('closing.farewell', lines)).toBe('not_met');
  expect(item('closing.farewell', lines, { cutShort: true })).toBe('insufficient(words_unreliable)');
  expect(item('greeting.name', lines, { cutShort: true })).toBe('not_met');
});

describe('asks a person where a part of the call was not recorded,', () => {
  const lines = [
    'A: good afternoon',
    matter,
    'A: it is a hundred a year',
    'C: i see thanks',
    'A: since the day it was opened',
  ];
  const unsure = 'insufficient(words_unreliable)';

  it('when it may have been said there', () => {
    expect(item('greeting.name', lines)).toBe('not_met');
    expect(item('greeting.name', lines, { unheard: [{ fromMs: -4000, toMs: 0 }] })).toBe(unsure);
    expect(item('closing.farewell', lines)).toBe('not_met');
    expect(item('closing.farewell', lines, { unheard: [{ fromMs: 9_000_000, toMs: 9_001_000 }] })).toBe(unsure);
  });

  it('and judges what was looked for elsewhere', () => {
    expect(item('closing.farewell', lines, { unheard: [{ fromMs: -4000, toMs: 0 }] })).toBe('not_met');
    expect(item('greeting.name', lines, { unheard: [{ fromMs: 9_000_000, toMs: 9_001_000 }] })).toBe('not_met');
  });
});

it('owes no “anything else?” where the call was handed to a colleague', () => {
  const lines = [
    'A: hello green grain bank',
    matter,
    'A: i will put you through to my colleague in cards',
    'C: thanks',
  ];
  expect(item('closing.further_help', lines, { transfer: 'warm' })).toBe('not_applicable');
});

it('takes a question for no trouble', () => {
  const asked = [
    'A: hello green grain bank',
    'C: Where is my card?',
    'A: It was posted on Monday and comes by Friday.',
    ...end,
  ];
  expect(item('empathy.acknowledgement', asked)).toBe('not_applicable');
  const lost = [
    'A: hello green grain bank',
    'C: Why has my card still not come? I have been waiting for three weeks!',
    'A: It comes on Friday.',
    ...end,
  ];
  expect(item('empathy.acknowledgement', lost)).not.toBe('not_applicable');
});

describe('words that were half heard', () => {
  /** The call with this sureness of each word of a side, or of one word. */
  const heardWith = (
    lines: readonly string[],
    side: 'agent' | 'customer',
    sureness: number,
    only?: string,
    ofWords = 0.01,
  ) => {
    const turns = buildTranscript(lines).turns.map((turn) => ({
      ...turn,
      words: [...turn.text.matchAll(/\S+/g)].map(({ 0: text, index }, n) => ({
        ...{ text, fromMs: turn.fromMs, toMs: turn.toMs, fromChar: index, toChar: index + text.length },
        confidence: (turn.speaker === side && (!only || only === text) ? sureness : 0.95) - (n % 2) * ofWords,
      })),
    }));
    const { items } = scoreCall([], {}, { turns });
    return (id: string) => items.find(({ itemId }) => itemId === id)!.outcome;
  };

  it('accuse on what the customer said only where that is sure', () => {
    const lines = ['A: hello green grain bank', 'C: my card was stolen', 'A: what is its number', ...end];
    expect(heardWith(lines, 'customer', 0.95)('empathy.acknowledgement')).toBe('not_met');
    expect(heardWith(lines, 'customer', 0.82)('empathy.acknowledgement')).toBe('insufficient');
    // One figure for a whole segment, as some servers tell, says nothing of its words.
    expect(heardWith(lines, 'customer', 0.82, undefined, 0)('empathy.acknowledgement')).toBe('not_met');
  });

  it('may have been a name where a single one of the greeting is doubtful', () => {
    const lines = ['A: good morning to you what may i do', matter, 'A: it is a hundred a year', ...end];
    expect(heardWith(lines, 'agent', 0.95)('greeting.name')).toBe('not_met');
    expect(heardWith(lines, 'agent', 0.2, 'you')('greeting.name')).toBe('insufficient');
    expect(heardWith(lines, 'agent', 0.2, 'you')('closing.further_help')).toBe('not_met');
  });
});

it('leaves an item open whose own list has no phrase in the language of the call', () => {
  const list: OwnPhraseList = {
    name: 'own.survey',
    title: { zh: '满意度', en: 'the survey' },
    zh: [],
    en: ['short survey'],
    exact: false,
  };
  const checklist: Checklist = {
    ...rulebook.checklist,
    id: 'own',
    phraseLists: [list],
    sections: [
      {
        id: 's',
        title: { zh: '一', en: 'one' },
        items: [
          {
            id: 'survey',
            title: { zh: '一', en: 'one' },
            weight: 5,
            critical: false,
            clause: 'P1 §1',
            appliesWhen: [],
            check: { kind: 'phrase', lookFor: ['own.survey'] },
          },
        ],
      },
    ],
  };
  const score = prepareScorer({ ...rulebook, checklist });
  const of = (lines: string[]): unknown =>
    score({ transcript: buildTranscript(lines), transcriptVersion: 1, facts: UNKNOWN_FACTS }).items[0];
  expect(
    of(['A: 您好，青禾银行，请问有什么可以帮您', 'C: 我想问一下信用卡年费怎么收', 'A: 一年一百块，谢谢来电']),
  ).toMatchObject({ outcome: 'insufficient', reason: 'language_unsupported' });
  expect(of(['A: hello green grain bank how can i help', matter, 'A: it is a hundred a year thank you'])).toMatchObject(
    { outcome: 'not_met' },
  );
});

it('judges the documented example as the example it is', () => {
  const { items } = scoreCall([
    'A: Good morning, Green Valley Bank, this is Susan. How may I help you?',
    'C: My card was charged twice and nobody called me back.',
    'A: I am sorry about that. I will call you back by three tomorrow.',
  ]);
  expect(items.filter(({ itemId, outcome }) => itemId.startsWith('greeting') && outcome !== 'met')).toEqual([]);
});

it('lets acts accuse of nothing that does not apply by the conditions of the checklist', () => {
  const item = rulebook.checklist.sections
    .flatMap(({ items }) => items)
    .find(({ id }) => id === 'ownership.no_deflection')!;
  const otherwise = { zh: '外呼才适用。', en: 'Of calls that were dialled.' };
  const outcomeWith = (appliesWhen: typeof item.appliesWhen): string => {
    const sections = [{ id: 'one', title: item.title, items: [{ ...item, appliesWhen }] }];
    const scorer = prepareScorer({ ...rulebook, checklist: { ...rulebook.checklist, sections } as Checklist });
    const transcript = buildTranscript([
      'A: hello green grain bank',
      matter,
      'A: you would want the people at the shop',
      'C: so it is me who has to chase them',
      ...end,
    ]);
    const whole = (turn: number) => ({ turn, fromChar: 0, toChar: transcript.turns[turn]!.text.length });
    const sentences = [
      { ...whole(2), acts: { sends_elsewhere: 15 } },
      { ...whole(3), acts: { unsettled: 13 } },
    ];
    const acts = { engine: 'spec', hash: 'h', sentences };
    const [found] = scorer({ transcript, transcriptVersion: 1, facts: UNKNOWN_FACTS, acts }).items;
    return found!.outcome;
  };
  // In a few lines acts ask, and accuse no one.
  expect(outcomeWith([])).toBe('insufficient');
  const said = { lookFor: ['call_purpose'], speaker: 'agent', zone: 'anywhere', atStart: false, notWithin: [] };
  expect(outcomeWith([{ kind: 'heard', query: said, otherwise }])).toBe('not_applicable');
});

it('asks a person where nothing but dots is written, however many', () => {
  expect(item('greeting.salutation', [`A: ${'… '.repeat(20_000)}`, matter, 'A: it is a hundred a year', ...end])).toBe(
    'insufficient(words_unreliable)',
  );
  expect(item('greeting.salutation', [`A: ${'…'.repeat(60_000)} well`, matter, 'A: it is a hundred', ...end])).toBe(
    'not_met',
  );
});
