import { DomainError } from '#platform';
import { type AnswerRefusal } from './answer.rules.js';

/** Every refusal of `refusalOf`, in words. */
const REFUSALS: Record<AnswerRefusal, () => DomainError> = {
  commitment_closed: () =>
    new DomainError('commitment_closed', 'conflict', {
      zh: '这项承诺已经了结，没有改动。请刷新后再看。',
      en: 'This promise has been settled already; nothing was changed. Reload to see it.',
    }),
  not_closed: () =>
    new DomainError('not_closed', 'conflict', {
      zh: '这项承诺还没有了结，不需要重新打开。',
      en: 'This promise is still open; there is nothing to reopen.',
    }),
  nothing_offered: () =>
    new DomainError('nothing_offered', 'conflict', {
      zh: '这项承诺现在没有交接。请刷新后再看。',
      en: 'Nobody is being asked to take this promise over. Reload to see it.',
    }),
  already_offered: () =>
    new DomainError('already_offered', 'conflict', {
      zh: '已经请另一位同事接手，请等待答复或先撤回。',
      en: 'A colleague has already been asked to take it over. Wait for the answer, or withdraw it first.',
    }),
  not_offered_to_you: () =>
    new DomainError('not_offered_to_you', 'forbidden', {
      zh: '这项承诺没有交给您接手。',
      en: 'You were not asked to take this promise over.',
    }),
  not_yours: () =>
    new DomainError('not_yours', 'forbidden', {
      zh: '只有承诺的责任人或其主管可以答复。',
      en: 'Only its owner, or the owner’s supervisor, answers for a promise.',
    }),
  supervisor_decides: () =>
    new DomainError('supervisor_decides', 'forbidden', {
      zh: '这一步由主管决定。请与主管联系。',
      en: 'This is for a supervisor to decide. Ask yours.',
    }),
  not_about_oneself: () =>
    new DomainError('not_about_oneself', 'forbidden', {
      zh: '不能免除自己的承诺。请另一位主管决定。',
      en: 'Nobody releases themselves. Ask another supervisor.',
    }),
};

export const refused = (reason: AnswerRefusal) => REFUSALS[reason]();

export const noSuchCommitment = () =>
  new DomainError('not_found', 'not_found', {
    zh: '没有找到这项承诺，或者您无权查看。',
    en: 'There is no such promise, or it is outside what you may see.',
  });

export const commitmentChanged = () =>
  new DomainError('commitment_changed', 'conflict', {
    zh: '在您填写期间，这项承诺已被更改。您的答复没有保存，请刷新后再答。',
    en: 'The promise was changed while you were answering. Your answer was not saved; reload and answer again.',
  });

export const timeIsPast = () =>
  new DomainError('time_is_past', 'bad_input', {
    zh: '请设定一个将来的时间，且在一年之内。',
    en: 'Set a time in the future, within a year.',
  });

export const cannotTakeOver = () =>
  new DomainError('cannot_take_over', 'bad_input', {
    zh: '这位同事不能接手：须是同一客户、在职且能登录的另一位坐席或主管。',
    en: 'This colleague cannot take it over: it must be another agent or supervisor of the same client, employed and with an account.',
  });

export const noSuchEvidence = () =>
  new DomainError('evidence_unknown', 'bad_input', {
    zh: '作为依据的通话不存在，或早于这项承诺。',
    en: 'The call given as evidence does not exist, or is earlier than the promise.',
  });
