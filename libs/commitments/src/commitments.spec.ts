import fc from 'fast-check';
import { DateTime } from 'luxon';
import { reconcile } from './reconcile.rules.js';
import { refusalInReview, refusalOf, type Answerer } from './answer.rules.js';
import { COMMITMENT_JOURNEY, mayBecome } from './journey.js';
import { placeCommitments, type PlacedCommitment } from './place-commitments.rules.js';
import { buildTranscript } from '../../quality/src/scoring/call.fixture.js';
import { commitmentAnswerNameSchema, commitmentStateSchema, commitmentInReviewNameSchema } from '#contracts';
import { dueOf } from './time/due.rules.js';
import { findTimes } from './time/find-times.rules.js';
import { NEW_YORK, SHANGHAI } from './time/time.fixture.js';

const EN = [
  'tomorrow',
  'by Friday noon',
  'within 24 hours',
  'in two working days',
  'by close of business',
  'at three',
  'on the 3rd',
];
const ZH = [
  '明天下午三点前',
  '两个工作日内',
  '下周三之前',
  '今天下班前',
  '半小时后',
  '月底前',
  '周五中午',
  '3号上午',
  '三点',
];
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
const seconds = fc.integer({ min: 0, max: 7200 });
const RUNS = { seed: 20261124, numRuns: 400 };

describe('a due time', () => {
  it('is never before the call ended, whenever it was said and however long the call went on', () => {
    const cases = fc.oneof(
      fc.constantFrom(...EN).map((words) => ({ words, language: 'en' as const, calendar: NEW_YORK })),
      fc.constantFrom(...ZH).map((words) => ({ words, language: 'zh' as const, calendar: SHANGHAI })),
    );
    fc.assert(
      fc.property(cases, moment, seconds, ({ words, language, calendar }, saidAt, after) => {
        const endedAt = new Date(saidAt.getTime() + after * 1000);
        const due = dueOf(findTimes(words, language)[0]!, { saidAt, endedAt, calendar });
        if (due.kind === 'at') expect(due.at.getTime()).toBeGreaterThan(endedAt.getTime());
      }),
      RUNS,
    );
  });

  it('of working days falls on a day that is worked, and more days are never due earlier', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20 }), (saidAt, days) => {
        const within = (count: number) =>
          dueOf(findTimes(`within ${count} working days`, 'en')[0]!, { saidAt, endedAt: saidAt, calendar: NEW_YORK });
        const [one, more] = [within(days), within(days + 1)];
        if (one.kind !== 'at' || more.kind !== 'at') return;
        const local = DateTime.fromJSDate(one.at, { zone: NEW_YORK.timeZone });
        expect(local.weekday).toBeLessThan(6);
        expect(more.at.getTime()).toBeGreaterThan(one.at.getTime());
      }),
      RUNS,
    );
  });

  it('of hours is exactly that long after the call, over every change of clocks', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 72 }), (endedAt, hours) => {
        const due = dueOf(findTimes(`within ${hours} hours`, 'en')[0]!, {
          saidAt: endedAt,
          endedAt,
          calendar: NEW_YORK,
        });
        expect(due).toMatchObject({ at: new Date(endedAt.getTime() + hours * 3_600_000) });
      }),
      RUNS,
    );
  });

  it('reads any text without failing, and points inside it', () => {
    const words = fc.array(fc.constantFrom(...EN, ...ZH, '，', ' and ', '到', '3', '点', 'at', 'half past', '号'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('zh' as const, 'en' as const), (parts, language) => {
        const text = parts.join(' ');
        for (const { fromChar, toChar } of findTimes(text, language)) {
          expect(fromChar).toBeLessThan(toChar);
          expect(toChar).toBeLessThanOrEqual(text.length);
        }
      }),
      RUNS,
    );
  });
});

describe('words that may not be relied on', () => {
  const when = {
    startedAt: new Date('2026-09-23T02:00:00Z'),
    endedAt: new Date('2026-09-23T02:01:00Z'),
    calendar: SHANGHAI,
  };
  const lines = ['A: 您好', 'A: 我明天给您回电'];
  it('give no commitments', () => {
    expect(placeCommitments(buildTranscript(lines), when)).toHaveLength(1);
    expect(placeCommitments(buildTranscript(lines, { unreliable: ['low_confidence'] }), when)).toEqual([]);
    expect(placeCommitments(buildTranscript([...lines, '?: 好']), when)).toEqual([]);
  });
});

describe('newer words', () => {
  const known = {
    id: '1',
    kind: 'call_back' as const,
    fromMs: 4000,
    toMs: 6000,
    touched: false,
    state: 'open' as const,
  };
  const found = (over: Partial<PlacedCommitment>) =>
    ({ kind: 'call_back', fromMs: 4800, toMs: 6900, ...over }) as PlacedCommitment;
  it('move what is said at about the same second, and replace the rest that no person touched', () => {
    expect(reconcile([known], [found({})])).toMatchObject({ added: [], moved: [{ known }], superseded: [] });
    expect(reconcile([known], [found({ fromMs: 60_000, toMs: 61_000 })])).toMatchObject({
      moved: [],
      superseded: [known],
    });
  });
  it('leave a person’s decision as it was', () => {
    const struck = { ...known, touched: true, state: 'struck' as const };
    expect(reconcile([struck], [found({})])).toEqual({ added: [], moved: [], superseded: [] });
    expect(reconcile([struck], [])).toEqual({ added: [], moved: [], superseded: [] });
  });
});

describe('the states of a commitment', () => {
  it('lead only to states that there are, and none leads out of what was superseded', () => {
    for (const [from, next] of Object.entries(COMMITMENT_JOURNEY))
      for (const to of next) expect([from !== to, commitmentStateSchema.options.includes(to)]).toEqual([true, true]);
    expect(commitmentStateSchema.options.some((to) => mayBecome('superseded', to))).toBe(false);
  });

  const by = (over: Partial<Answerer>): Answerer => ({
    ...{ personId: 'p', forPersonId: null, answers: true, oversees: false },
    ...over,
  });
  const asks = { questionedByPersonId: null as string | null, upheldAt: null as Date | null };
  const one = { state: 'open' as const, ownerPersonId: 'p', offeredToPersonId: null, candidateCallId: null, ...asks };
  const allowed = (who: Answerer, what = {}) =>
    commitmentAnswerNameSchema.options.filter((name) => refusalOf(name, { ...one, ...what }, who) === null);

  it('are answered by the owner and the supervisor, each their part', () => {
    expect(allowed(by({}))).toEqual(['kept', 'broken', 'customer_released', 'set_time', 'hand_over', 'question']);
    expect(allowed(by({ personId: 's', oversees: true }))).toEqual([
      ...['kept', 'broken', 'customer_released', 'set_time', 'hand_over', 'release', 'strike'],
    ]);
    expect(allowed(by({ oversees: true }))).not.toContain('release');
    expect(allowed(by({ personId: 's', forPersonId: 'p', oversees: true }))).not.toContain('release');
    expect(allowed(by({ personId: 'x' }))).toEqual([]);
    expect(allowed(by({ personId: 'x' }), { offeredToPersonId: 'x' })).toEqual(['accept', 'decline']);
    expect(allowed(by({}), { state: 'kept' })).toEqual(['reopen']);
    expect(allowed(by({}), { state: 'struck' })).toEqual([]);
  });

  it('are said to be none by their owner, once, and settled by another who oversees', () => {
    const asked = { questionedByPersonId: 'p' };
    const settles = (who: Answerer, what = {}) =>
      allowed(who, what).filter((name) => ['question', 'withdraw_question', 'uphold', 'strike'].includes(name));
    expect(settles(by({}), asked)).toEqual(['withdraw_question']);
    expect(settles(by({}), { upheldAt: new Date(0) })).toEqual([]);
    expect(settles(by({ personId: 's', oversees: true }), asked)).toEqual(['strike', 'uphold']);
    expect(settles(by({ personId: 's', oversees: true }))).toEqual(['strike']);
    // Neither the owner nor who asked, nor a deputy of either, settles it; also where it was handed over meanwhile.
    expect(settles(by({ oversees: true }), asked)).toEqual(['withdraw_question']);
    expect(settles(by({ personId: 'q', oversees: true }), { questionedByPersonId: 'q' })).toEqual([
      'withdraw_question',
    ]);
    expect(settles(by({ personId: 's', forPersonId: 'p', oversees: true }), asked)).toEqual([]);
    expect(refusalOf('uphold', one, by({ personId: 's', oversees: true }))).toBe('nothing_questioned');
    expect(refusalOf('question', one, by({ personId: 's', oversees: true }))).toBe('owner_questions');
    expect(refusalOf('question', { ...one, ...asked }, by({}))).toBe('already_questioned');
    expect(refusalOf('question', { ...one, upheldAt: new Date(0) }, by({}))).toBe('question_settled');
  });

  it('with a review, are settled by who may settle them, and asked about by who may not', () => {
    const inReview = (who: Answerer, what = {}) =>
      commitmentInReviewNameSchema.options.filter((name) => refusalInReview(name, { ...one, ...what }, who) === null);
    const supervisor = by({ personId: 's', oversees: true });
    const analyst = by({ personId: 'q', answers: false });
    expect(inReview(supervisor)).toEqual(['kept', 'broken', 'strike']);
    expect(inReview(supervisor, { questionedByPersonId: 'q' })).toEqual(['kept', 'broken', 'strike']);
    expect(inReview(analyst)).toEqual(['question']);
    expect(inReview(analyst, { questionedByPersonId: 'p' })).toEqual([]);
    expect(inReview(analyst, { upheldAt: new Date(0) })).toEqual([]);
    // Four eyes: neither who owns it nor who asked, nor a deputy of theirs, says that it is none.
    expect(inReview(by({ oversees: true }))).not.toContain('strike');
    expect(inReview(supervisor, { questionedByPersonId: 's' })).not.toContain('strike');
    expect(inReview(by({ personId: 's', forPersonId: 'p', oversees: true }))).not.toContain('strike');
    expect(inReview(supervisor, { state: 'kept' })).toEqual([]);
    expect(refusalInReview('kept', one, analyst)).toBe('supervisor_decides');
  });
});
