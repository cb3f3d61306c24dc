import { defineRefusals, refusal } from '#platform/rules';

/** The refusals of this library: codes, and what people read. */
export const callsRefusals = defineRefusals({
  nothing_to_retry: refusal('conflict', {
    zh: '这通电话没有可以重试的步骤：可能刚刚已由他人重试，也可能录音已经销毁。请刷新后查看。',
    en: 'Nothing on this call can be tried again: a colleague may have just started it, or its recording is destroyed. Reload to see.',
  }),
  nothing_to_give_up: refusal('conflict', {
    zh: '这通电话现在不需要处理，可能刚刚已由他人重试或放弃。请刷新后查看。',
    en: 'This call does not need attention now; a colleague may have just retried it or given it up. Reload to see.',
  }),
});
