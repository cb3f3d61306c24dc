import { defineRefusals, refusal } from '#platform/rules';

/** The refusals of this library: codes, and what people read. */
export const completenessRefusals = defineRefusals({
  gap_not_found: refusal('not_found', {
    zh: '没有这个缺口，或不在您的权限范围内。请刷新后查看。',
    en: 'There is no such gap in your scope. Reload the list.',
  }),
  gap_closed: refusal('conflict', {
    zh: '这个缺口已经关闭。请刷新后查看。',
    en: 'This gap is closed by now. Load the list again to see.',
  }),
  gap_waits: refusal('conflict', {
    zh: '已有同事申请接受这个缺口，正等待另一人确认。',
    en: 'A colleague has already asked to accept this gap; a second person has to decide.',
  }),
  gap_not_asked: refusal('conflict', {
    zh: '这个缺口没有等待确认的申请。请刷新后查看。',
    en: 'No request for this gap is waiting for approval. Reload the list.',
  }),
  gap_needs_another: refusal('forbidden', {
    zh: '申请接受的人不能自己确认。请由另一位同事确认。',
    en: 'The person who asked to accept a gap cannot approve it. Another colleague has to.',
  }),
});
