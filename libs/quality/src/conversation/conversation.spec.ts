import { compileLexicon } from '../lexicons/lexicon.rules.js';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { CallView } from '../call-view/call-view.rules.js';
import { startsInTheMiddle } from './beginning.rules.js';
import { brokeOff } from './ending.rules.js';
import { numbersIn } from './numbers.rules.js';
import { particularsOf } from './particulars.rules.js';
import { readBacksOf } from './read-backs.rules.js';
import { resolutionOf } from './resolution.rules.js';
import { SHAPES } from './shapes.rules.js';
import { situationOf } from './situation.rules.js';

const compiled = {
  zh: compileLexicon(rulebook.lexicons.zh, PROFILE),
  en: compileLexicon(rulebook.lexicons.en, PROFILE),
};

const view = (...lines: string[]): CallView => {
  const transcript = buildTranscript(lines);
  return new CallView({
    transcript,
    transcriptVersion: 1,
    facts: UNKNOWN_FACTS,
    profile: PROFILE,
    lexicon: compiled[transcript.language],
    lexiconHash: 'spec',
  });
};

const digits = (text: string): string[] => {
  const call = view(`A: ${text}`);
  return numbersIn(call.turns[0]!.text, call.symbolsOf(0)).map((run) => run.digits);
};

describe('numbers', () => {
  it('are the same however they are said', () => {
    expect(digits('your order four fifty six')).toEqual(['456']);
    expect(digits('four hundred and twelve dollars')).toEqual(['412']);
    expect(digits('twenty five and 1999')).toEqual(['25', '1999']);
    expect(digits('总共四百五十六元')).toEqual(['456']);
    expect(digits('尾号是幺三八零')).toEqual(['1380']);
    expect(digits('两千零三十')).toEqual(['2030']);
    expect(digits('利率百分之五')).toEqual(digits('利率 5%'));
    expect(digits('一三八，嗯，零零一三，八零零零')).toEqual(digits('138 0013 8000'));
    expect(digits('twenty nineteen')).toEqual(digits('2019'));
  });
});

describe('the situation', () => {
  it('is the gravest of what the customer voices', () => {
    expect(situationOf(view('A: hello', 'C: what are your opening hours')).kind).toBe('question');
    expect(situationOf(view('A: hello', 'C: my parcel never arrived')).kind).toBe('problem');
    expect(situationOf(view('A: 您好', 'C: 我的包裹还没收到')).kind).toBe('problem');
    expect(situationOf(view('A: 您好', 'C: 我要投诉你们')).kind).toBe('complaint');
  });

  it('is no trouble where the customer only says that nothing else is needed', () => {
    const lines = ['A: 您好', 'C: 我想问一下年费', 'A: 每年一次，请问还有其他可以帮您的吗', 'C: 没了'];
    expect(situationOf(view(...lines)).kind).toBe('question');
  });
});

describe('the outcome of the matter', () => {
  const state = (...lines: string[]): string => resolutionOf(view(...lines)).state;

  it('is solved, put off, or sent away', () => {
    expect(state('A: hello', 'C: my card is broken', 'A: i have ordered a new card for you', 'C: great thanks')).toBe(
      'resolved',
    );
    expect(state('A: hello', 'C: my card is broken', 'A: that is not our department', 'C: great')).toBe('deflected');
    expect(state('A: 您好', 'C: 我的卡坏了', 'A: 这个不归我们管', 'C: 那找谁')).toBe('deflected');
  });

  it('is an answer, where a question was asked and plain information given', () => {
    const lines = [
      'A: hello',
      'C: what are your hours on saturday',
      'A: the maple street branch closes at one on saturdays',
      'C: cool thanks',
    ];
    expect(state(...lines)).toBe('resolved');
  });

  it('is nothing, where the agent only holds and thanks', () => {
    expect(state('A: hello', 'C: my card is broken', 'A: one moment please')).toBe('none');
  });
});

describe('read-backs', () => {
  const kinds = (...lines: string[]): string[] => [...new Set(readBacksOf(view(...lines)).map(({ kind }) => kind))];

  it('know a number again of which one digit was lost', () => {
    expect(kinds('A: your account please', 'C: it is 884217', 'A: that is 88427 then')).toContain('number');
    expect(kinds('A: your account please', 'C: it is 884217', 'A: that is 8817 then')).not.toContain('number');
    expect(kinds('A: which one', 'C: number 417', 'A: that is 47 pounds')).not.toContain('detail');
  });

  it('are heard by number, words and answers', () => {
    expect(kinds('A: hello', 'C: it is four five six seven', 'A: 4567 got it')).toContain('number');
    expect(kinds('A: 您好', 'C: 地址是人民路小学', 'A: 好的人民路小学')).toContain('echo');
    expect(kinds('A: 您好', 'C: 那就是明天送到对吧', 'A: 对的')).toContain('answer');
  });

  it('begin a public post after the name it is for', () => {
    const lines = ['C: so does it mean the same policy applies', 'A: @264322 Yes, it does'];
    expect(readBacksOf(view(...lines)).map(({ kind }) => kind)).toContain('answer');
  });

  it('are clear where the customer says yes to a check, whosever words it has', () => {
    const lead = (answer: string): number =>
      readBacksOf(view('A: 您好', 'C: 我买错了', 'A: 这单是玩具挖掘机对吧', `C: ${answer}`)).find(
        ({ kind }) => kind === 'lead',
      )!.signal;
    expect(lead('对的')).toBeGreaterThan(0.7);
    expect(lead('为什么')).toBeLessThan(0.5);
  });

  it('are none where the agent asks for data', () => {
    expect(kinds('A: hello', 'C: my address changed', 'A: what is your address')).toEqual([]);
  });
});

describe('particulars', () => {
  it('tell a call about a certain customer from a general question', () => {
    expect(particularsOf(view('A: hello', 'C: my order number is five five one two')).sure).toBe(true);
    expect(particularsOf(view('A: hello', 'C: do you sell umbrellas')).heard).toEqual([]);
  });
});

describe('beginning and end', () => {
  it('know words that start in the middle', () => {
    expect(startsInTheMiddle(view('C: 刚才那个订单', 'A: 好的'), ['continuation'])).not.toEqual([]);
    expect(startsInTheMiddle(view('A: and the other one you leave blank', 'C: okay'), ['continuation'])).not.toEqual(
      [],
    );
    expect(startsInTheMiddle(view('A: 您好请讲', 'C: 我想问一下'), ['continuation'])).toEqual([]);
  });

  it('know who still waits and who has given up', () => {
    expect(brokeOff(view('A: one moment', 'C: are you there'), ['settled'])).toBe(true);
    expect(brokeOff(view('A: what is your name', 'C: lillian park'), ['settled'])).toBe(true);
    expect(brokeOff(view('A: that is not our job', 'C: charming'), ['settled'])).toBe(false);
    expect(brokeOff(view('A: anything else', 'C: no'), ['settled'])).toBe(false);
    expect(brokeOff(view('A: anything else', 'C: no', 'A: well then', 'C: oh right yep'), ['settled'])).toBe(false);
    expect(
      brokeOff(view('A: anything else', 'C: the fee', 'A: it is ten pounds', 'C: how long will that take?'), [
        'settled',
      ]),
    ).toBe(true);
    expect(brokeOff(view('A: 建议您送网点检测', 'C: 附近没有网点啊现在还是开不了机'), ['settled'])).toBe(true);
    expect(brokeOff(view('A: 已经给您开好了', 'C: 没有了谢谢现在还是打不开的话我再来找你们'), ['settled'])).toBe(false);
  });
});

describe('shapes', () => {
  const found = (shape: string, ...lines: string[]): number => SHAPES[shape]!.find(view(...lines)).length;

  it('hear an offer, a last question and a parting by their place', () => {
    expect(found('@opening_question', 'A: hello what can i get started', 'C: a haircut')).toBe(1);
    expect(found('@opening_question', 'C: my phone is broken again', 'A: what happened')).toBe(0);
    expect(found('@opening_question', "A: hi this is aisha how's it going today", 'C: good i want a quote')).toBe(0);
    expect(found('@opening_question', 'A: hi how are you what do you need', 'C: a quote')).toBe(1);
    expect(found('@last_question', 'A: hi', 'C: a quote please', 'A: okay shall we add more', 'C: no thanks')).toBe(1);
    expect(found('@parting', 'A: hi', 'C: thanks a lot', 'A: enjoy the weekend with your family')).toBe(1);
    expect(found('@parting', 'A: hi', 'C: thanks a lot', 'A: you are welcome')).toBe(0);
  });

  it('hear what is left of a salutation, where company or name follow it', () => {
    expect(found('@worn_salutation', 'A: 好这里是青禾银行我是小王请讲', 'C: 我查账单')).toBe(1);
    expect(found('@worn_salutation', 'A: morning green grain bank sarah speaking', 'C: hi')).toBe(1);
    expect(found('@worn_salutation', 'A: 好我再给您发一遍', 'C: 收到了')).toBe(0);
    expect(found('@worn_salutation', 'C: 信用卡账单短信没有收到', 'A: 好这里是青禾银行')).toBe(0);
  });
});
