import { type NotificationKind } from '#contracts';
import { type Words } from './absence-words.rules.js';

/** Of what concerns the whole company, and each person's rights in it: what happened, and what comes next. */
export const COMPANY_SENTENCES = {
  sign_in_rules_wait: {
    state: ['有改动等待您同意', 'wait for your agreement'],
    next: [
      '请在“公司 → 登录”页查看改动，同意或拒绝。在此之前，原规则有效。',
      'Please read the change under Company → Sign-in, and agree or refuse. Until then the rules before hold.',
    ],
  },
  sign_in_rules_agreed: {
    state: ['您的改动已获同意，现已生效', 'were agreed to as you proposed, and are in force'],
    next: ['无需处理。', 'There is nothing to do.'],
  },
  sign_in_rules_refused: {
    state: ['您的改动被拒绝，原规则有效', 'stay as they were: your change was refused'],
    next: [
      '如仍需要，请与另一位管理员商量后重新提交。',
      'If it is still needed, talk to the other administrator and propose it again.',
    ],
  },
  small_house_waits: {
    state: ['有人提议，等待您同意', 'was proposed and waits for your agreement'],
    next: [
      '请在“公司 → 小型机构”页查看，同意或结束。',
      'Please read it under Company → Small house, and agree or end it.',
    ],
  },
  small_house_announced: {
    state: [
      '一周后生效：同一人可以间隔一天作两次决定',
      'comes into force in a week: one person may decide twice, a day apart',
    ],
    next: [
      '如果您不同意，请在一周内告诉管理员或法务，由其结束。',
      'If you disagree, tell an administrator or Legal within the week: they can end it.',
    ],
  },
  small_house_begun: {
    state: ['已生效：同一人可以间隔一天作两次决定', 'is in force: one person may decide twice, a day apart'],
    next: ['由一人决定的都会注明。无需处理。', 'What one person decided is marked. There is nothing to do.'],
  },
  small_house_over: {
    state: [
      '已结束：由一人给予的角色和常规授权一周后失效',
      'has ended: roles and standing grants that one person gave end in a week',
    ],
    next: [
      '仍需要的，请在一周内由一人重新提议、另一人批准。只有一位管理员时，见“公司 → 小型机构”页。',
      'Within the week have one person propose again what is still needed, and another approve it. Where there is one administrator alone, see Company → Small house.',
    ],
  },
  recertification_due: {
    state: ['等待您答复', 'waits for your answers'],
    next: ['请确认哪些人仍需要哪些权限。', 'Please say who still needs which right.'],
  },
  recertification_overdue: {
    state: ['已逾期，还有权限未答复', 'is overdue: rights are without an answer'],
    next: ['未答复的列在“权限复审”页。', 'They are listed on the Review of rights screen.'],
  },
  recertification_removal: {
    state: ['有权限等待移除', 'has rights that wait to be taken away'],
    next: ['请移除不再需要的权限。', 'Please take away what is not needed any more.'],
  },
} satisfies { [K in NotificationKind]?: { state: Words; next: Words } };
