import { MOST_VIEWS } from '#contracts';
import { DomainError } from '#platform';

export const nameTaken = () =>
  new DomainError('view_name_taken', 'conflict', {
    zh: '您已有一个同名的视图。请换一个名称，或更新原来的视图。',
    en: 'You already have a view of this name. Choose another, or update that one.',
  });

export const tooManyViews = () =>
  new DomainError('too_many_views', 'conflict', {
    zh: `每个账号最多保存 ${MOST_VIEWS} 个视图。请先删除不再使用的。`,
    en: `An account keeps at most ${MOST_VIEWS} views. Delete one that is no longer used first.`,
  });

export const notYourTeam = () =>
  new DomainError('team_not_yours', 'forbidden', {
    zh: '只能把视图共享给您担任主管或负责质检的班组。',
    en: 'A view can be shared only with a team that you supervise or manage the quality of.',
  });
