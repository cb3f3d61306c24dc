import { DomainError } from '#platform';

export const noSuchRequest = () =>
  new DomainError('no_such_data_request', 'not_found', {
    zh: '没有这项个人信息请求，或您无权查看。',
    en: 'There is no such request, or you may not see it.',
  });

export const nothingFound = () =>
  new DomainError('no_recording_of_subject', 'not_found', {
    zh: '没有找到这个人的录音。请核对脱敏后的号码或姓名、事项或通话编号。',
    en: 'No recording of this person was found. Check the masked number or name, the matter or the call ids.',
  });

export const requestNotOpen = () =>
  new DomainError('data_request_not_open', 'conflict', {
    zh: '这项请求已有人提出处理意见，或已办结。请刷新。',
    en: 'Somebody has proposed a decision already, or the request is decided. Reload.',
  });

export const requestNotWaiting = () =>
  new DomainError('data_request_not_waiting', 'conflict', {
    zh: '这项请求没有等待确认的处理意见。请刷新。',
    en: 'No decision about this request is waiting to be confirmed. Reload.',
  });

export const requestNeedsAnother = () =>
  new DomainError('data_request_needs_another', 'forbidden', {
    zh: '处理意见须由另一人确认，提出的人不能自己确认。',
    en: 'A decision takes a second person: whoever proposed it cannot confirm it.',
  });
