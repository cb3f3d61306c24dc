import { type Bilingual } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

/** What is refused of one promise. */
const ofOne = {
  not_found: refusal('not_found', {
    zh: '没有找到这项承诺，或者您无权查看。',
    en: 'There is no such promise, or it is outside what you may see.',
  }),
  commitment_changed: refusal('conflict', {
    zh: '在您填写期间，这项承诺已有更改。您的答复没有保存，请刷新后再答。',
    en: 'The promise was changed while you were answering. Your answer was not saved; reload and answer again.',
  }),
  time_is_past: refusal('bad_input', {
    zh: '请设定一个将来的时间，且在一年之内。',
    en: 'Set a time in the future, within a year.',
  }),
  cannot_take_over: refusal('bad_input', {
    zh: '这位同事不能接手：须是同一委托方、在职且能登录的另一位坐席或主管。',
    en: 'This colleague cannot take it over: it must be another agent or supervisor of the same client, employed and with an account.',
  }),
  evidence_unknown: refusal('bad_input', {
    zh: '作为依据的通话不存在，或早于这项承诺。',
    en: 'The call given as evidence does not exist, or is earlier than the promise.',
  }),
  commitment_closed: refusal('conflict', {
    zh: '这项承诺已经了结，没有改动。请刷新后查看。',
    en: 'This promise has been settled already; nothing was changed. Reload to see it.',
  }),
  not_closed: refusal('conflict', {
    zh: '这项承诺还没有了结，不需要重新打开。',
    en: 'This promise is still open; there is nothing to reopen.',
  }),
  nothing_offered: refusal('conflict', {
    zh: '这项承诺现在没有交接。请刷新后查看。',
    en: 'This promise is not offered to anyone now. Reload to see it.',
  }),
  already_offered: refusal('conflict', {
    zh: '已经请另一位同事接手，请等待答复或先撤回。',
    en: 'A colleague has already been asked to take it over. Wait for the answer, or withdraw it first.',
  }),
  already_questioned: refusal('conflict', {
    zh: '这项承诺已在等待主管认定。',
    en: 'A supervisor has already been asked whether this is a promise.',
  }),
  nothing_questioned: refusal('conflict', {
    zh: '这项承诺现在没有等待认定的申请。请刷新后查看。',
    en: 'It is not asked now whether this is a promise. Reload to see it.',
  }),
  question_settled: refusal('conflict', {
    zh: '主管已认定这是承诺，不能再次申请。如不同意，请与主管联系。',
    en: 'A supervisor has decided that this is a promise; it is not asked again. Speak with yours if you disagree.',
  }),
  owner_questions: refusal('forbidden', {
    zh: '这项申请由承诺的责任人提出，或由复核的人随复核提出，只能由提出的人撤回；主管可以直接认定。',
    en: 'Only the owner of a promise, or a reviewer with a review, can ask whether it is a promise, and only that person can withdraw the question. A supervisor decides.',
  }),
  not_offered_to_you: refusal('forbidden', {
    zh: '这项承诺没有交给您接手。',
    en: 'You were not asked to take this promise over.',
  }),
  not_yours: refusal('forbidden', {
    zh: '只有承诺的责任人或其主管可以答复。',
    en: 'Only its owner, or the owner’s supervisor, answers for a promise.',
  }),
  supervisor_decides: refusal('forbidden', {
    zh: '这一步由主管决定。请与主管联系。',
    en: 'This is for a supervisor to decide. Ask yours.',
  }),
  not_about_oneself: refusal('forbidden', {
    zh: '不能对自己的承诺或自己提出的申请作决定，请由另一位主管决定。',
    en: 'You cannot decide about your own promise, nor about a question of yours. Ask another supervisor.',
  }),
};

/** Why a promise is not settled with a review of its leg. */
export interface CommitmentProblem {
  readonly commitmentId: string;
  readonly problem: keyof typeof ofOne;
}

/** What is refused of promises. */
export const commitmentsRefusals = defineRefusals({
  ...ofOne,
  promises_refused: refusal(
    'conflict',
    {
      zh: '没有发布：这段通话有承诺刚刚变动，或不能这样答复。请查看承诺后重新答复，或留待处理，再发布；您填写的内容都已保留。',
      en: 'Not published: promises of this leg were changed just now, or cannot be answered this way. Check them, answer them again or leave them open, and publish again. Nothing that you entered is lost.',
    },
    {
      details: (problems: readonly CommitmentProblem[]) => ({
        fields: problems.map(({ commitmentId: path, problem }) => ({
          path,
          message: ofOne[problem].words as Bilingual,
        })),
      }),
    },
  ),
});
