import { type NotificationKind } from '#contracts';

export type Words = readonly [zh: string, en: string];

export const ABSENCE: Words = ['不在岗代理', 'An absence'];

/** What happened, and what comes next: neither who is away nor who deputises. */
export const ABSENCE_WORDS = {
  absence_asked: {
    state: ['请您代理', 'asks you to deputise'],
    next: ['请在“我的账号”页答复。您同意后才生效。', 'Please answer on your account page. It counts once you accept.'],
  },
  absence_accepted: {
    state: ['代理人已同意', 'has its deputy’s acceptance'],
    next: ['无需处理。', 'There is nothing to do.'],
  },
  absence_declined: {
    state: ['代理人不同意', 'was declined by the deputy'],
    next: ['原因见“我的账号”页。请另选同事。', 'Your account page says why. Choose another colleague.'],
  },
  absence_to_confirm: {
    state: ['等待您确认代理人的权限', 'waits for your confirmation of the deputy’s rights'],
    next: ['请在“角色审批”页查看。', 'Please look at it on the Approvals screen.'],
  },
  absence_confirmed: {
    state: ['代理人的权限已确认', 'has the deputy’s rights confirmed'],
    next: ['无需处理。', 'There is nothing to do.'],
  },
  absence_begun: {
    state: ['已开始，由您代理', 'has begun: you deputise'],
    next: ['等待处理的工作见首页。', 'The work that waits is on your home screen.'],
  },
  absence_over: {
    state: ['已结束', 'is over'],
    next: ['代理期间办理的事项见“我的账号”页。', 'Your account page lists what was done meanwhile.'],
  },
} as const satisfies Partial<Record<NotificationKind, { state: Words; next: Words }>>;
