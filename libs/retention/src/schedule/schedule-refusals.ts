import { DomainError } from '#platform';

export const scheduleChanged = () =>
  new DomainError('schedule_changed', 'conflict', {
    zh: '在您编辑期间，已有新的留存期限生效。您的改动没有提交，请刷新后再改。',
    en: 'Another version came into force while you were editing. Your change was not proposed; reload and make it again.',
  });

export const scheduleWaits = () =>
  new DomainError('schedule_waits', 'conflict', {
    zh: '已有一项留存期限的改动在等另一人同意。请先同意、拒绝或撤回它。',
    en: 'A change of the schedule is waiting for a second person. Agree to it, refuse it or take it back first.',
  });

export const scheduleIsSame = () =>
  new DomainError('schedule_is_same', 'conflict', {
    zh: '与现行的留存期限完全相同，没有可提交的改动。',
    en: 'This is the schedule that is in force; there is nothing to propose.',
  });

export const scheduleNotWaiting = () =>
  new DomainError('schedule_not_waiting', 'conflict', {
    zh: '这项改动已不在等待：可能已有人同意、拒绝或撤回。请刷新。',
    en: 'This change is not waiting any more: somebody agreed to it, refused it or took it back. Reload.',
  });

export const scheduleNeedsAnother = () =>
  new DomainError('schedule_needs_another', 'forbidden', {
    zh: '留存期限要由另一人同意，提出的人不能自己同意。',
    en: 'Publishing a schedule takes a second person: whoever proposed it cannot agree to it.',
  });
