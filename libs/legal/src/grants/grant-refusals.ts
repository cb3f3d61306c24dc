import { LONGEST_STANDING_DAYS } from '#contracts';
import { DomainError } from '#platform';

export const noSuchGrantProposal = () =>
  new DomainError('not_found', 'not_found', {
    zh: '没有找到，或您无权查看。',
    en: 'Not found, or not for you to see.',
  });

export const grantNeedsAnother = () =>
  new DomainError('four_eyes_needed', 'forbidden', {
    zh: '授权须由一人提出、另一人发布。请由另一位法务审批人处理。',
    en: 'One person proposes a grant and another publishes it. Ask another legal approver.',
  });

export const grantBeyondReach = () =>
  new DomainError('grant_beyond_reach', 'forbidden', {
    zh: '这项授权的范围超出您自己的范围。请缩小范围，或由管全公司的法务同事处理。',
    en: 'This grant opens more than your role reaches. Narrow it, or ask a colleague in legal whose role is for the whole company.',
  });

export const grantProposalDecided = () =>
  new DomainError('grant_decided', 'conflict', {
    zh: '这项提议已有决定，请刷新后查看。',
    en: 'This proposal has been decided already. Reload to see how.',
  });

export const grantOverAlready = () =>
  new DomainError('grant_over', 'conflict', {
    zh: '这项授权已到期或已撤销，没有可撤销的内容。',
    en: 'This grant has expired or was revoked already; there is nothing to take back.',
  });

export const grantExpiryOutside = () =>
  new DomainError(
    'grant_expiry',
    'bad_input',
    {
      zh: `到期时间须晚于现在，且不超过 ${LONGEST_STANDING_DAYS} 天。`,
      en: `A grant ends after now and within ${LONGEST_STANDING_DAYS} days.`,
    },
    {
      fields: [
        {
          path: 'expiresAt',
          message: {
            zh: `选择 ${LONGEST_STANDING_DAYS} 天以内的日期`,
            en: `choose a day within ${LONGEST_STANDING_DAYS} days`,
          },
        },
      ],
    },
  );

export const grantWaits = () =>
  new DomainError('grant_waits', 'conflict', {
    zh: '同样的授权已有一项提议在等待发布。请先处理它。',
    en: 'The same grant is proposed already and waits to be published. Decide that one first.',
  });

export const grantPlaceClosed = () =>
  new DomainError('closed', 'conflict', { zh: '这个客户或班组已停用。', en: 'This client or team has been closed.' });
