import { defineRefusals, refusal } from '#platform/rules';

/** What reports by mail refuse. */
export const reportsRefusals = defineRefusals({
  report_subscription_not_found: refusal('not_found', {
    zh: '没有这个邮件报表。',
    en: 'There is no such report by mail.',
  }),
  report_copy_over: refusal('conflict', {
    zh: '这一封不能再发：没有失败，已有更新的一次，或报表已暂停、收件人已退订。请刷新后查看。',
    en: 'This copy cannot be sent again: it did not fail, a later one came due, the report is paused, or its recipient unsubscribed. Load it again to see.',
  }),
  report_files_stay: refusal('conflict', {
    zh: '公司设置不允许报表文件随邮件发出。请选择“链接和摘要”。',
    en: 'The company does not let files of reports leave by mail. Choose the link with a summary.',
  }),
  report_recipient_unfit: refusal('conflict', {
    zh: '有收件人已离职或不能查看报表。请重新选择收件人。',
    en: 'One of the recipients has left or may not see reports. Choose the recipients again.',
  }),
  report_subscriptions_many: refusal('conflict', (most: number) => ({
    zh: `每人最多 ${most} 个邮件报表。请先停止不再需要的。`,
    en: `At most ${most} reports by mail of one person. End one that is no longer needed first.`,
  })),
});
