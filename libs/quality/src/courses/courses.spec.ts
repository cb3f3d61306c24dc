import { type ScoringFacts, type Outcome, type Transcript, type Turn } from '#contracts';
import { loadChecklist } from '../checklists/load-checklist.js';
import { NEUTRAL_PROFILE, NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { prepareScorer } from '../scoring/score.rules.js';
import { type Act } from '../acts/acts.js';
import { type ActedSentence, type FoundActs } from '../acts/found-acts.js';

const scorer = prepareScorer({
  ...loadChecklist('standard-inbound'),
  lexicons: loadLexicons(),
  profile: NEUTRAL_PROFILE,
});

type Said = readonly ['agent' | 'customer', string, Partial<Record<Act, number>>?];

/** A call whose turns are a sentence each, with the acts that are given. */
function judged(
  said: readonly Said[],
  item: string,
  withActs = true,
  language: 'en' | 'zh' = 'en',
  how: { facts?: Partial<ScoringFacts>; turns?: (turn: Turn) => Turn } = {},
) {
  const written: Transcript = writtenTranscript({
    language,
    turns: said.map(([speaker, text]) => ({ speaker, text })),
  });
  const transcript = { ...written, turns: written.turns.map(how.turns ?? ((turn) => turn)) };
  const sentences = said.map(([, text, acts = {}], turn): ActedSentence => ({
    turn,
    fromChar: 0,
    toChar: text.length,
    acts,
  }));
  const acts: FoundActs = { engine: 'test', hash: 'h', sentences };
  const { items } = scorer({
    transcript,
    transcriptVersion: 1,
    facts: { ...NO_FACTS, ...how.facts },
    acts: withActs ? acts : null,
  });
  return items.find(({ itemId }) => itemId === item)!;
}
const outcome = (...given: Parameters<typeof judged>): readonly [Outcome, string] => {
  const { outcome: found, source } = judged(...given);
  return [found, source];
};

const OPENING: Said = ['agent', 'Good morning, Northwind, this is David, how can I help you today?', {}];
const TOLD: Said = [
  'customer',
  'The gate of our block has been stuck open since the storm on Sunday night.',
  { trouble: 15, upset: 15 },
];
const AWAY: Said = [
  'agent',
  'You would want the people who put it in, they are in the book.',
  { sends_elsewhere: 15, stuck: 15 },
];
const LEFT: Said = ['customer', 'So it is me that has to chase them.', { unsettled: 13, upset: 13 }];
const END: Said = ['customer', 'Right then, goodbye.', { farewell: 12 }];

/** What makes a conversation of it. */
const BETWEEN: Said[] = [
  ['agent', 'On Sunday, was that?', {}],
  ['customer', 'In the evening.', {}],
  ['agent', 'And it is the big one.', {}],
  ['customer', 'It is that one.', {}],
];

describe('no deflection', () => {
  const item = 'ownership.no_deflection';
  const call = (...said: Said[]): Said[] => [OPENING, TOLD, ...BETWEEN, ...said, END];

  it('is missed where the customer is sent away and nothing is taken on', () => {
    expect(outcome(call(AWAY, LEFT), item)).toEqual(['not_met', 'model']);
    expect(outcome(call(AWAY, LEFT), item, false)).toEqual(['met', 'rule']);
  });

  it('is asked about where one sentence alone tells of it', () => {
    expect(outcome([OPENING, TOLD, AWAY, END], item)).toEqual(['insufficient', 'model']);
  });

  it('is asked about in a letter and its answer, or a few lines of chat', () => {
    expect(outcome([OPENING, TOLD, AWAY, LEFT, END], item)).toEqual(['insufficient', 'model']);
  });

  it('is asked about where something is taken on in the next turn, or the words are less sure', () => {
    const taken: Said = ['agent', 'I tell you what, leave it to me.', { takes_on: 12, forward: 12 }];
    expect(outcome(call(AWAY, ['customer', 'Please.', {}], taken), item)).toEqual(['insufficient', 'model']);
    const unsure: Said = [AWAY[0], AWAY[1], { sends_elsewhere: 10 }];
    expect(outcome(call(unsure, LEFT), item)).toEqual(['insufficient', 'model']);
  });

  it('is asked about where a rule would have to abstain: another language, an end that is missing, words not understood', () => {
    const said = call(AWAY, LEFT);
    const guessed = (turn: Turn): Turn => {
      if (turn.index !== 0) return turn;
      const words = turn.text.split(' ').map((text, at, all) => {
        const fromChar = all.slice(0, at).join(' ').length + (at > 0 ? 1 : 0);
        return { text, fromChar, toChar: fromChar + text.length, fromMs: 0, toMs: 0, confidence: 0.2 };
      });
      return { ...turn, words };
    };
    for (const how of [
      { facts: { cutShort: true } },
      { turns: (turn: Turn): Turn => (turn.index === 1 ? { ...turn, language: 'zh' } : turn) },
      { turns: guessed },
    ]) {
      const { outcome: found, source } = judged(said, item, true, 'en', how);
      expect([found, source]).not.toEqual(['not_met', 'model']);
    }
  });

  it('says which sentence, and of which example it reminds', () => {
    const { evidence, explanation } = judged([OPENING, TOLD, AWAY, END], item);
    expect(evidence[0]).toMatchObject({ kind: 'words', turn: 2, fromChar: 0, toChar: AWAY[1].length });
    expect(explanation.en).toContain('sending the customer elsewhere');
  });
});

describe('identity before disclosure', () => {
  const item = 'conduct.identity_before_disclosure';
  const data: Said = [
    'agent',
    'There are two hundred and six pounds in the pot, and forty came out on the third.',
    { tells_account: 14 },
  ];
  const name: Said = ['agent', 'What name is it under?', { asks_identity: 15 }];
  const two: Said = ['agent', 'What is your name and your date of birth?', { asks_identity: 15 }];
  const answer: Said = ['customer', 'Morag Tennant.', { gives_identity: 10 }];

  it('is missed on a name alone, met on two facts, and asked about where nothing was asked: that may be public', () => {
    expect(outcome([OPENING, TOLD, name, answer, data, END], item)).toEqual(['not_met', 'model']);
    expect(judged([OPENING, TOLD, two, answer, data, END], item).outcome).not.toBe('not_met');
    expect(outcome([OPENING, TOLD, data, END], item)).toEqual(['insufficient', 'model']);
    const perhaps: Said = [data[0], data[1], { tells_account: 11 }];
    expect(judged([OPENING, TOLD, perhaps, END], item).source).toBe('rule');
  });

  it('is asked about where the customer gave more, unasked or a turn late', () => {
    const unasked: Said = ['customer', 'Morag Tennant here, card 4419, what is left in it?', { gives_identity: 12 }];
    expect(outcome([OPENING, unasked, name, answer, data, END], item)).toEqual(['insufficient', 'model']);
    const [wait, sure]: Said[] = [
      ['customer', 'One moment.', {}],
      ['agent', 'Of course.', {}],
    ];
    const late: Said = ['customer', 'Tennant, and it is AB1 2CD.', { gives_identity: 12 }];
    expect(outcome([OPENING, TOLD, name, wait!, sure!, late, data, END], item)).toEqual(['insufficient', 'model']);
    // What is told of the matter is no fact of who calls.
    const matter: Said = ['customer', 'It is for 40 pounds, on the third.', { facts: 12 }];
    expect(outcome([OPENING, matter, name, answer, data, END], item)).toEqual(['not_met', 'model']);
  });

  it('counts in an answer what is there, and no names that sound like figures', () => {
    const smith: Said = ['customer', 'Oh, Smith.', { gives_identity: 10 }];
    expect(outcome([OPENING, TOLD, name, smith, data, END], item)).toEqual(['not_met', 'model']);
    const ruth: Said = ['customer', 'Ruth, with both months paid.', { gives_identity: 10 }];
    expect(outcome([OPENING, TOLD, name, ruth, data, END], item)).toEqual(['not_met', 'model']);
  });

  it('is missed where the check is waved aside', () => {
    const waved: Said = ['agent', 'It has come up by the line you ring on, so that will do.', { skips_check: 14 }];
    expect(outcome([OPENING, TOLD, waved, data, END], item)).toEqual(['not_met', 'model']);
  });
});

describe('resolution', () => {
  const item = 'ownership.resolution';
  const vague: Said = ['agent', 'Gates, well, they come and they go.', { stuck: 15, vague: 15 }];
  const unsettled: Said = ['customer', 'And so what happens to ours?', { unsettled: 14, upset: 14 }];

  it('is missed where the last that was made of the matter leads nowhere and the customer is left without a way', () => {
    expect(outcome([OPENING, TOLD, vague, unsettled, END], item)).toEqual(['not_met', 'model']);
  });

  it('is left alone where a way forward comes after', () => {
    const forward: Said = ['agent', 'I have a man coming out to it at four.', { forward: 15, next_timed: 15 }];
    const [without, with_] = [false, true].map((acts) =>
      outcome([OPENING, TOLD, vague, unsettled, forward, END], item, acts),
    );
    expect(with_).toEqual(without);
  });
});

describe('an accusation that acts deny', () => {
  const item = 'empathy.acknowledgement';

  it('is none where the thing is there after all, and goes before a person where it may be', () => {
    const call = (level: number, business = 0): Said[] => [
      OPENING,
      ['customer', 'I am very upset, my order never arrived and no one calls me back.', { trouble: 15, upset: 15 }],
      [
        'agent',
        business > 0 ? 'Which order is it?' : 'Och, what a thing to come home to.',
        { acknowledges: level, asks_detail: business },
      ],
      END,
    ];
    expect(outcome(call(0), item, false)).toEqual(['not_met', 'rule']);
    expect(outcome(call(14), item)).toEqual(['met', 'model']);
    // Weighed with all of the call it is there: of unseen hands' calls in which trouble was passed over, none weighed as little.
    expect(outcome(call(8), item)).toEqual(['met', 'model']);
    // No example has these words, and they are no business: they may be what was looked for.
    expect(outcome(call(0), item)).toEqual(['insufficient', 'model']);
    expect(outcome(call(0, 12), item)).toEqual(['not_met', 'rule']);
  });
});

describe('what a rule heard', () => {
  it('is never overturned by acts without a person', () => {
    const call: Said[] = [
      OPENING,
      ['customer', 'I am very upset, my order never arrived and no one calls me back.', { trouble: 15, upset: 15 }],
      ['agent', 'Which order is it?', { asks_detail: 12 }],
      ['customer', 'The grey coat.', {}],
      ['agent', 'I am so sorry about that.', {}],
      END,
    ];
    expect(outcome(call, 'empathy.acknowledgement', false)).toEqual(['met', 'rule']);
    expect(outcome(call, 'empathy.acknowledgement')).toEqual(['insufficient', 'model']);
  });
});

describe('a promise', () => {
  it.each([
    ['需要的话我把下单的流程发给您看看。', 'not_applicable'],
    ['已经通知他们那边的同事了哦。', 'not_applicable'],
    ['我去跟他们那边的同事说这个。', 'not_met'],
  ])('is none where it is offered or done: %s', (sentence, expected) => {
    const call: Said[] = [
      ['agent', '您好，青禾商城，请问有什么可以帮您？', {}],
      ['customer', '我的大衣寄来就是破的，怎么办？', { upset: 12 }],
      ['agent', '您是灰色的那件对吗？', {}],
      ['customer', '对，就是那件。', {}],
      ['agent', sentence, { next_untimed: 15 }],
    ];
    expect(outcome(call, 'ownership.promise_has_time', true, 'zh')[0]).toBe(expected);
  });
});

describe('conduct', () => {
  const item = 'conduct.no_prohibited';
  const rude = (level: number): Said => [
    'agent',
    '门都让您家里人糟蹋成这个样子了。',
    { forbidden: level, blames: level },
  ];
  const zh = (one: Said): Said[] => [
    ['agent', '您好，北风公司，我是小李，请问有什么可以帮您？', {}],
    ['customer', '我家的门坏了，从昨天开始就关不上，你们能来看看吗？', { trouble: 14, upset: 14 }],
    one,
  ];

  const answers = (level: number): Said => ['customer', '您这话说得也太伤人了。', { offended: level }];

  it('is missed where the customer takes offence at it, and at nothing else', () => {
    expect(outcome([...zh(rude(8)), answers(8)], item, true, 'zh')).toEqual(['not_met', 'model']);
    expect(outcome([...zh(rude(2)), answers(8)], item, true, 'zh')[0]).not.toBe('not_met');
    expect(outcome([...zh(rude(8)), answers(2)], item, true, 'zh')[0]).not.toBe('not_met');
  });

  it('is asked about and never accused by acts alone, and left alone in harmless words', () => {
    expect(outcome(zh(rude(15)), item, true, 'zh')).toEqual(['insufficient', 'model']);
    expect(outcome(zh(rude(12)), item, true, 'zh')).toEqual(['insufficient', 'model']);
    expect(outcome(zh(rude(6)), item, true, 'zh')).toEqual(outcome(zh(rude(6)), item, false, 'zh'));
  });
});

describe('an order to a customer', () => {
  it('is asked about in English where it is told by itself', () => {
    const order = (commands: number): Said[] => [
      OPENING,
      TOLD,
      ['agent', 'First the leaflet from beginning to end, and then the gate.', { forbidden: 9, commands }],
    ];
    expect(outcome(order(12), 'conduct.no_prohibited')).toEqual(['insufficient', 'model']);
    expect(outcome(order(6), 'conduct.no_prohibited')).not.toEqual(['insufficient', 'model']);
  });
});

describe('empathy beside words', () => {
  const item = 'empathy.acknowledgement';
  const broken: Said = [
    'customer',
    'It is broken again, I am really upset and no one helps me.',
    { trouble: 12, upset: 12 },
  ];
  const number: Said = ['agent', 'What is your postcode?', { asks_identity: 14 }];

  it('asks a person where comforting words are in no sentence that sees the trouble', () => {
    const opening: Said = ['agent', 'Good morning, Northwind, this is David, how can I take care of you?', {}];
    expect(outcome([opening, broken, number, END], item, false)[0]).toBe('met');
    expect(outcome([opening, broken, number, END], item)).toEqual(['insufficient', 'model']);
  });

  it('leaves comforting words that answer the trouble alone', () => {
    const comfort: Said = ['agent', 'Please do not worry. What is your postcode?', { asks_identity: 14 }];
    expect(outcome([OPENING, broken, comfort, END], item)[0]).toBe('met');
  });
});

describe('confirmation', () => {
  const item = 'listening.confirmation';
  const told: Said = ['customer', 'The grey coat came torn, order 40 77 12.', { trouble: 15, facts: 12 }];
  const paid: Said = ['customer', 'I paid 85 for it on the third.', { facts: 12 }];
  const back = (text: string, level: number): Said[] => [
    OPENING,
    told,
    paid,
    ['agent', text, { reads_back: level }],
    END,
  ];

  it('is done where what the customer gave is said again, and missed where nothing of it is', () => {
    const again = 'A grey coat, torn, order 40 77 12.';
    expect(outcome(back(again, 8), item)[0]).toBe('met');
    expect(outcome(back('Leave it with me.', 0), item)[0]).toBe('not_met');
    expect(outcome(back('A torn grey coat, leave it with me.', 7), item)).toEqual(['insufficient', 'model']);
  });
});

describe('confirmation in a whole conversation', () => {
  const item = 'listening.confirmation';
  const facts: Said[] = [
    ['customer', 'It is order 40 77 12.', { facts: 12 }],
    ['agent', 'Right.', {}],
    ['customer', 'The phone is 0131 555 0199.', { gives_identity: 12 }],
    ['agent', 'Right you are.', {}],
    ['customer', 'And it has to be at number 14, EH6 7PP.', { facts: 12 }],
  ];
  const call = (text: string, level: number): Said[] => [
    ...[OPENING, TOLD, ...BETWEEN, ...facts],
    ['agent', text, { reads_back: level }],
    END,
  ];

  it('is missed by acts alone where numbers were given and none was said again', () => {
    expect(outcome(call('I have made a note of all that, the change is done.', 0), item)).toEqual(['not_met', 'model']);
    expect(outcome(call('That was 40 77 12, and 0131 555 0199.', 5), item)[0]).toBe('met');
  });

  it('is asked about where words were taken out that may have been it', () => {
    const said = call('I have made a note of all that, [number], the change is done.', 0);
    expect(outcome(said, item)[0]).not.toBe('not_met');
  });
});

describe('what is simply said', () => {
  const asked = (text: string, level: number): Said[] => [
    OPENING,
    TOLD,
    ['agent', 'A man comes out to it at four.', { forward: 15, next_timed: 15 }],
    ['agent', text, { anything_else: level }],
    ['customer', 'Just the gate.', {}],
    END,
  ];

  it('is met in words that no list has, and asked about where it only may have been said', () => {
    const item = 'closing.further_help';
    expect(outcome(asked('It is the blue one that comes?', 0), item)[0]).toBe('not_met');
    expect(outcome(asked('Owt more that wants seeing to?', 0), item)).toEqual(['insufficient', 'rule']);
    expect(outcome(asked('Owt more that wants seeing to?', 12), item)).toEqual(['met', 'model']);
    expect(outcome(asked('It is the blue one that comes?', 6), item)).toEqual(['insufficient', 'model']);
  });
});

describe('a promise has a time', () => {
  const item = 'ownership.promise_has_time';
  const greeting: Said = ['agent', '您好，绿谷银行客户服务部，我是李敏，请问有什么可以帮您？', {}];
  const asked: Said = ['customer', '你好，我的新卡等了三个星期还没有寄到。', { trouble: 15 }];

  it('is missed where others will call some day, whatever is done at once besides', () => {
    const some: Said = ['agent', '我帮您反映一下，会有人尽快联系您的。', { takes_on: 13, next_untimed: 14 }];
    const [found] = outcome([greeting, asked, some], item, true, 'zh');
    expect(found).toBe('not_met');
  });

  it('is missed where the customer asks when, and is told no time', () => {
    const some: Said = ['agent', '今天下午三点我先去看了，后面的事我再跟您说。', { next_timed: 9 }];
    const when: Said = ['customer', '那要等到什么时候？', { question: 12 }];
    const reply = (text: string, level: number): Said[] => [
      ...[greeting, asked, some, ['customer', '好的。', {}] as Said, some, when],
      ['agent', text, { next_untimed: level }],
    ];
    expect(outcome(reply('弄好了自然有人告诉您。', 9), item, true, 'zh')).toEqual(['not_met', 'model']);
    expect(outcome(reply('星期五中午以前。', 2), item, true, 'zh')[0]).not.toBe('not_met');
  });

  it('is missed where what is taken for a time names none, and where acts alone tell what will happen', () => {
    const before: Said = ['agent', '他去之前给您打电话。', { next_timed: 15, next_untimed: 11 }];
    const thanks: Said = ['customer', '好，谢谢你。', {}];
    expect(outcome([greeting, asked, before, thanks], item, true, 'zh')).toEqual(['not_met', 'rule']);
    const news: Said = ['agent', '有信儿我跟你讲。', { next_untimed: 15 }];
    expect(outcome([greeting, asked, ['agent', '我看看。', {}], thanks, news], item, true, 'zh')).toEqual([
      'not_met',
      'model',
    ]);
    const day: Said = ['agent', '明天下午三点之前。', { next_timed: 15 }];
    const [kept] = outcome([greeting, asked, ['agent', '我看看。', {}], thanks, news, thanks, day], item, true, 'zh');
    expect(kept).not.toBe('not_met');
  });

  it('is no promise broken where nothing was promised and the agent does not know when', () => {
    const when: Said = ['customer', '那什么时候能到？', { question: 14 }];
    const unknown: Said = ['agent', '这个我也说不上来。', { vague: 15, stuck: 15 }];
    const [found] = outcome(
      [greeting, asked, ['agent', '我看看。', {}], asked, ['agent', '嗯。', {}], when, unknown],
      item,
      true,
      'zh',
    );
    expect(found).toBe('not_applicable');
  });

  it('is not asked of what is done while the customer waits', () => {
    const now: Said = ['agent', '我帮您看一下。', { takes_on: 14, next_untimed: 12 }];
    const [found] = outcome([greeting, asked, now], item, true, 'zh');
    expect(found).not.toBe('not_met');
  });
});

describe('how a call ends', () => {
  const item = 'closing.farewell';
  const more: Said = ['agent', 'Is there anything else I can do for you?', { anything_else: 15 }];
  const talk: Said[] = Array.from({ length: 6 }, (_, at): Said =>
    at % 2 === 0 ? ['customer', 'It is about the grey coat.', {}] : ['agent', 'I see it here.', {}],
  );
  const call = (before: Said, last: Said): Said[] => [OPENING, ...talk, before, more, ['customer', 'No.', {}], last];
  const plain: Said = ['agent', 'It is in the post.', {}];
  const saved: Said = ['agent', 'It is all in the book.', {}];

  it('asks about words that a rule takes for a goodbye and no sentence parts in', () => {
    const weak: Said = ['agent', 'Let us know if it does not fit.', {}];
    expect(outcome(call(plain, weak), item, false)[0]).toBe('met');
    expect(outcome(call(plain, weak), item)).toEqual(['insufficient', 'model']);
    expect(outcome(call(plain, [weak[0], weak[1], { farewell: 9 }]), item)[0]).toBe('met');
    expect(outcome(call(plain, ['agent', 'Take care now.', {}]), item)[0]).toBe('met');
  });

  it('takes thanks before the question for more for no goodbye', () => {
    const thanks: Said = ['agent', 'Thank you.', {}];
    expect(
      outcome([...call(plain, thanks).slice(0, -3), thanks, more, ['customer', 'No.', {}], saved], item)[0],
    ).not.toBe('met');
  });

  it('hears a goodbye in the sentence that asks for more, where no stops are written', () => {
    const ends = (text: string, acts: Partial<Record<Act, number>> = {}) => {
      const both: Said = ['agent', `Thank you. ${text}`, { anything_else: 15, ...acts }];
      return outcome([OPENING, ...talk, both, ['customer', 'No.', {}], saved], item);
    };
    expect(ends('Is there anything else')).toEqual(['not_met', 'model']);
    expect(ends('Is there anything else, otherwise have a good day, goodbye')).toEqual(['met', 'rule']);
    expect(ends('Is there anything else', { farewell: 9 })).toEqual(['met', 'rule']);
  });

  it('accuses of nothing where unsure words sound like a goodbye', () => {
    const lines: Said[] = [
      ['agent', '您好，青禾银行，请问有什么可以帮您？', {}],
      ...Array.from({ length: 6 }, (_, at): Said =>
        at % 2 === 0 ? ['customer', '我想问一下年费的事。', {}] : ['agent', '我看到了。', {}],
      ),
      ['agent', '感谢您的来电，请问还有其他可以帮您的吗？', { anything_else: 15 }],
      ['customer', '没有了。', {}],
      ['agent', '好的好的载回', {}],
    ];
    const heard =
      (confidence: number) =>
      (turn: Turn): Turn => {
        const words = [...turn.text].map((text, at) => ({
          ...{ text, fromChar: at, toChar: at + 1, fromMs: turn.fromMs, toMs: turn.toMs },
          confidence: turn.index === lines.length - 1 ? confidence : 1,
        }));
        return { ...turn, words };
      };
    const { outcome: surely } = judged(lines, item, true, 'zh', { turns: heard(0.95) });
    const { outcome: unsurely } = judged(lines, item, true, 'zh', { turns: heard(0.7) });
    expect([surely, unsurely]).toEqual(['not_met', 'insufficient']);
  });
});

describe('how a matter is left', () => {
  const item = 'ownership.resolution';
  const stuck: Said = ['agent', 'I have made a note of it for you today.', { stuck: 15 }];
  const call = (answer: Said): Said[] => [
    OPENING,
    ['customer', 'My grey coat came torn, what happens now?', { upset: 12 }],
    stuck,
    ['customer', 'And what do I do?', { unsettled: 14 }],
    stuck,
    ['customer', 'So nothing at all?', { unsettled: 14 }],
    ['agent', 'Is there anything else I can do for you?', { anything_else: 15 }],
    answer,
    ['agent', 'Goodbye.', { farewell: 15 }],
  ];

  it('accuses where all that is said last leads nowhere and the customer shows it', () => {
    expect(outcome(call(['customer', 'You have not done this one.', { unsettled: 12 }]), item)).toEqual([
      'not_met',
      'model',
    ]);
  });

  it('asks about no matter that was done in the sentence that asks for more', () => {
    const quiet = (end: Said): Said[] => [
      OPENING,
      ['customer', 'I want to move money to my savings.', { request: 12 }],
      ['agent', 'and what is the other account', { stuck: 13 }],
      ['customer', 'The savings account.', { unsettled: 9 }],
      [
        'agent',
        'I have transferred the money for you, it will be in your savings account by tomorrow morning.',
        { stuck: 13 },
      ],
      ['customer', 'The other one.', { unsettled: 9 }],
      end,
      ['customer', 'No.', {}],
      ['agent', 'Goodbye.', { farewell: 15 }],
    ];
    const asks: Said = ['agent', 'is there anything else', { anything_else: 15 }];
    const done: Said = [
      'agent',
      'okay the money has been transferred to your savings account is there anything else',
      { anything_else: 15, done: 13, forward: 13 },
    ];
    expect(outcome(quiet(asks), item)[1]).toBe('model');
    expect(outcome(quiet(done), item)).toEqual(outcome(quiet(done), item, false));
  });

  const zh = (last: Said | null, more: Partial<Record<Act, number>>, level = 15): Said[] => [
    ['agent', '您好，青禾商城，请问有什么可以帮您？', {}],
    ['customer', '我的大衣寄来就是破的，怎么办？', { upset: 12 }],
    ['agent', '已经为您登记，马上给您处理。', { stuck: level }],
    ['customer', '那我怎么办？', { unsettled: 14 }],
    ['agent', '我给您再登记一下。', { stuck: level }],
    ['customer', '就这样吗？', { unsettled: 14 }],
    ...(last ? [last] : []),
    ['agent', '请问还有其他可以帮您的吗？', { anything_else: 15 }],
    ['customer', '没有了，谢谢。', more],
    ['agent', '再见。', { farewell: 15 }],
  ];

  it('accuses over no words where the agent leads on after all, or the answer is content', () => {
    const left = { unsettled: 12 };
    expect(outcome(zh(null, left), item, true, 'zh')).toEqual(['not_met', 'model']);
    const done: Said = ['agent', '我已经给您办好了退款，三天内到账。', { forward: 15 }];
    expect(outcome(zh(done, left), item, true, 'zh')).not.toEqual(['not_met', 'model']);
    expect(outcome(zh(null, left, 11), item, true, 'zh')).toEqual(['not_met', 'model']);
    expect(outcome(zh(null, { settled: 15 }, 11), item, true, 'zh')).toEqual(['insufficient', 'model']);
  });
});

describe('trouble that is told', () => {
  it('is not passed over where feeling is shown in words that no example has', () => {
    const lines: Said[] = [
      ['agent', '您好，青禾商城，请问有什么可以帮您？', {}],
      ['customer', '我的大衣寄来就是破的，气死我了，打了三次都没有人管！', { trouble: 15, upset: 15 }],
      ['agent', '哎呀，那我马上帮您看看。', { forward: 8 }],
      ...Array.from({ length: 6 }, (_, at): Said =>
        at % 2 === 0 ? ['customer', '订单是灰色的那件。', {}] : ['agent', '我看到了。', {}],
      ),
      ['agent', '再见。', { farewell: 15 }],
    ];
    const item = 'empathy.acknowledgement';
    expect(outcome(lines, item, false, 'zh')).toEqual(['not_met', 'rule']);
    expect(outcome(lines, item, true, 'zh')).toEqual(['insufficient', 'model']);
  });
});
