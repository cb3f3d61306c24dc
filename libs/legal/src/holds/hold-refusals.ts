import { DomainError } from '#platform';

export const noSuchHold = () =>
  new DomainError('no_such_hold', 'not_found', {
    zh: '没有这项法务留存，或您无权查看。',
    en: 'There is no such legal hold, or you may not see it.',
  });

export const holdBeyondReach = () =>
  new DomainError('hold_beyond_reach', 'forbidden', {
    zh: '这项留存涉及您范围之外的录音。请由管全公司的法务同事处理；如只需留存您能看到的录音，请按录音逐个留存。',
    en: 'This hold covers recordings beyond your reach. Ask a legal colleague whose role is for the whole company; to hold only what you see, place it on single recordings.',
  });

export const holdCoversNothing = () =>
  new DomainError('hold_covers_nothing', 'not_found', {
    zh: '列出的通话或录音不存在，或您无权查看。留存没有建立。',
    en: 'A call or recording that you listed does not exist, or you may not see it. The hold was not placed.',
  });

export const holdRuleTooWide = () =>
  new DomainError('hold_rule_too_wide', 'forbidden', {
    zh: '您的角色只限某些团队，不能按规则留存其他团队的通话。请在规则里写明您的团队。',
    en: 'Your role is for some teams only: name them in the rule, for it would reach calls of others.',
  });

export const holdReleased = () =>
  new DomainError('hold_released', 'conflict', {
    zh: '这项留存已经解除。',
    en: 'This hold has been released already.',
  });

export const releaseNotAsked = () =>
  new DomainError('release_not_asked', 'conflict', {
    zh: '没有人申请解除这项留存，或申请已撤回。请刷新。',
    en: 'Nobody is asking to release this hold any more. Reload.',
  });

export const releaseAskedAlready = () =>
  new DomainError('release_asked_already', 'conflict', {
    zh: '已有人申请解除，正等待另一人决定。',
    en: 'Its release was asked for already and waits for another person.',
  });

export const releaseNeedsAnother = () =>
  new DomainError('release_needs_another', 'forbidden', {
    zh: '解除留存须由另一人同意，申请人不能自己同意。',
    en: 'Releasing a hold takes a second person: whoever asked for it cannot agree to it.',
  });
