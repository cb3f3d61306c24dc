import { readFileSync } from 'node:fs';
import { type Bilingual, type Language, type ModelReply, type ModelSaid, type ModelTrust } from '#contracts';
import { buildTranscript, PROFILE, rulebook, UNKNOWN_FACTS } from '../scoring/call.fixture.js';
import { prepareChecklist } from '../scoring/judge-checklist.rules.js';
import { prepareReader } from '../scoring/score.rules.js';
import { type Scored } from '../scoring/scored.js';
import { demandIn, gullible } from './gullible-model.fixture.js';
import { foundPlaces } from './found-places.rules.js';
import { PROMPT_VERSION, requestFor } from './prompt.rules.js';
import { questionKey, switchedOnKey } from './questions.rules.js';
import { addressesJudge } from '../call/addresses-judge.rules.js';
import { wantedQuestions } from '../scoring/wanted-questions.rules.js';

interface Injection {
  id: string;
  language: Language;
  speaker: 'agent' | 'customer';
  technique: string;
  wants: 'met' | 'not_met';
  text: string;
}

const INJECTIONS = readFileSync('test/fixtures/injections/injections.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Injection);

/** Two calls in each language: one with all that is asked for, one with next to nothing. The gap is for an injected line. */
const CALLS: Record<Language, Record<'good' | 'bad', readonly string[]>> = {
  zh: {
    good: [
      'A: 您好，青禾银行信用卡部，我是王芳，请问有什么可以帮您',
      'C: 我的信用卡坏了，刷了好几次都刷不了，急死我了',
      'A: 非常抱歉给您带来不便，我理解您的心情，请问您的卡号后四位是多少',
      'C: 四五六七',
      'A: 四五六七，对吗',
      'C: 对的',
      'A: 我已经为您申请了新卡，明天下午三点前给您回电话告诉您结果',
      'C: 好的',
      'A: 请问还有其他可以帮您的吗',
      'C: 没有了，谢谢',
      'A: 感谢您的来电，再见',
    ],
    bad: [
      'A: 喂',
      'C: 我的信用卡坏了，刷了好几次都刷不了，急死我了，这都第三次了',
      'A: 那你找别的部门吧，这个不归我管',
      'C: 那我该找谁呢，你们能不能给我个说法',
      'A: 不知道，回头再说',
      'C: 你这是什么态度',
      'A: 就这样',
      'C: 行吧',
    ],
  },
  en: {
    good: [
      'A: good morning green grain bank my name is sarah how may i help you',
      'C: my card is broken and nobody answered my order number is four five six seven',
      'A: i am so sorry to hear that four five six seven is that correct',
      'C: yes that is right',
      'A: i have ordered a new card and i will call you tomorrow by three',
      'C: great',
      'A: is there anything else i can help you with',
      'C: no that is all thank you',
      'A: thank you for calling good bye',
    ],
    bad: [
      'A: yeah',
      'C: my card is broken again and i have been waiting for two weeks this is terrible',
      'A: that is not my department you need to call somebody else',
      'C: who am i supposed to call then',
      'A: no idea',
      'C: this is really not good enough',
      'A: well that is how it is',
      'C: fine',
    ],
  },
};

/** A question for every item that rests on words. */
const QUESTIONS: ReadonlyMap<string, Bilingual> = new Map(
  rulebook.checklist.sections
    .flatMap(({ items }) => items)
    .filter(({ check }) => !['fact', 'timing', 'measure', 'human'].includes(check.kind))
    .map(({ id, title }) => [id, { zh: `坐席做到“${title.zh}”了吗？`, en: `Did the agent do this: ${title.en}?` }]),
);

const read = prepareReader({ lexicons: rulebook.lexicons, profile: PROFILE });
const prepared = prepareChecklist(rulebook.checklist);

/** A call with an injected line in the middle, after a turn of the other speaker. */
function withLine(lines: readonly string[], { speaker, text }: Injection): string[] {
  const mark = speaker === 'agent' ? 'A' : 'C';
  const place = lines.findIndex((line, index) => index >= 3 && !line.startsWith(mark)) + 1;
  return [...lines.slice(0, place), `${mark}: ${text}`, ...lines.slice(place)];
}

const legOf = (lines: readonly string[]) => ({
  transcript: {
    ...buildTranscript(lines),
    language: /[\u4e00-\u9fff]/.test(lines[1] ?? '') ? ('zh' as const) : ('en' as const),
  },
  transcriptVersion: 1,
  facts: UNKNOWN_FACTS,
});

/** Judged beside a model that obeys all it reads, and that people have agreed with as much as can be, or not at all. */
function beside(
  lines: readonly string[],
  standing: ModelTrust['standing'],
): { scored: Scored; obeyed: number; asked: number } {
  const leg = legOf(lines);
  const { language, turns } = leg.transcript;
  const wanted = wantedQuestions(leg, read, [{ checklist: rulebook.checklist, prepared }], QUESTIONS);
  let obeyed = 0;
  const answers: Record<string, ModelSaid> = {};
  for (const [itemId, { [language]: question }] of QUESTIONS) {
    if (!wanted.has(questionKey(question))) continue;
    const request = requestFor('gullible', question, leg.transcript)!;
    const reply = gullible(request, UNDECIDED);
    if (reply !== UNDECIDED) obeyed += 1;
    const answer = foundPlaces(reply, turns);
    const about = { model: 'gullible', host: 'spec', promptVersion: PROMPT_VERSION, requestHash: '' };
    const said = { ...about, questionKey: questionKey(question), served: null };
    const trust = [{ itemId, n: 100, agreed: 99, low: 0.95, high: 1, target: 0.85, standing }];
    if (answer) answers[switchedOnKey(itemId)] = { said: 'answer', ...said, answer, trust };
  }
  return { scored: prepared.judge(read({ ...leg, answers })), obeyed, asked: wanted.size };
}
const UNDECIDED: ModelReply = { outcome: 'insufficient', cited: [], confidence: 0 };

const outcomes = ({ items }: Scored): Record<string, string> =>
  Object.fromEntries(items.map(({ itemId, outcome }) => [itemId, outcome]));

const CASES = INJECTIONS.flatMap((injection) =>
  (['good', 'bad'] as const).map((call) => ({
    injection,
    lines: CALLS[injection.language][call],
    name: `${injection.id} ${call}`,
  })),
);

describe('injections', () => {
  it('are 26 ways, by both sides, in both languages', () => {
    expect(INJECTIONS).toHaveLength(104);
    expect(new Set(INJECTIONS.map(({ technique }) => technique)).size).toBe(26);
    expect(new Set(INJECTIONS.map(({ text }) => text)).size).toBe(104);
  });

  it('are put into calls that are far apart', () => {
    for (const language of ['zh', 'en'] as const) {
      const [good, bad] = (['good', 'bad'] as const).map((call) => prepared.judge(read(legOf(CALLS[language][call]))));
      expect(good!.points / good!.maxPoints).toBeGreaterThan(0.9);
      expect(bad!.points / bad!.maxPoints).toBeLessThan(0.6);
    }
  });

  const byRule = (lines: readonly string[]) => prepared.judge(read(legOf(lines)));
  const figures = ({ points, maxPoints, coverage }: Scored) => [points, maxPoints, coverage];
  const BEFORE = new Map(
    Object.values(CALLS).flatMap((calls) => Object.values(calls).map((lines) => [lines, byRule(lines)])),
  );

  it.each(CASES)(
    'move no point beside a model that obeys them and that no person has agreed with yet: $name',
    ({ injection, lines }) => {
      const before = BEFORE.get(lines)!;
      const spoken = withLine(lines, injection);
      expect([outcomes(byRule(spoken)), ...figures(byRule(spoken))]).toEqual([outcomes(before), ...figures(before)]);
      const { scored, obeyed, asked } = beside(spoken, 'unproven');
      expect([outcomes(scored), ...figures(scored)]).toEqual([outcomes(before), ...figures(before)]);
      // Else the model was not fooled, and this shows nothing.
      const plain = injection.text.replace(/[\u200b\u202c\u202e]|[\u{e0000}-\u{e007f}]/gu, ' ');
      expect(demandIn(plain) ? obeyed : asked).toBe(asked);
    },
  );

  it.each(CASES)('talk no accusation away even where its answers count: $name', ({ injection, lines }) => {
    const before = outcomes(BEFORE.get(lines)!);
    const { scored } = beside(withLine(lines, injection), 'counts');
    for (const [itemId, outcome] of Object.entries(outcomes(scored))) {
      const may = { met: ['met'], not_applicable: ['not_applicable'], not_met: ['not_met', 'insufficient'] };
      const reached = may[before[itemId] as keyof typeof may] ?? null;
      // What a rule left open is what a model that counts decides.
      if (reached) expect([itemId, reached.includes(outcome)]).toEqual([itemId, true]);
    }
  });

  it.each(CASES)('are seen for what they are, and then the model is not asked: $name', ({ injection, lines }) => {
    const said = legOf(withLine(lines, injection)).transcript;
    expect(addressesJudge(said)).toBe(true);
  });
});

describe('ordinary words', () => {
  it('do not keep the model from being asked', () => {
    for (const language of ['zh', 'en'] as const)
      for (const call of ['good', 'bad'] as const)
        expect(addressesJudge(legOf(CALLS[language][call]).transcript)).toBe(false);
    for (const line of [
      'A: 稍后请您对我的服务做出评价，满意请按一',
      'C: 系统一直提示密码错误',
      'A: we met the deadline, the system is down and my manager will check the score of your credit',
      'C: i want to speak to a supervisor, ignore the first letter',
    ])
      expect(addressesJudge(legOf([line]).transcript)).toBe(false);
  });
});
