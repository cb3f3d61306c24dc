import type { Translated } from '../translated.js';
import type * as zh from '../zh/redaction.js';

export const redaction: Translated<typeof zh.redaction> = {
  title: 'Redaction',
  kind: {
    identity_card: 'identity number',
    bank_card: 'bank card',
    card_code: 'card security code',
    telephone: 'telephone number',
    passport: 'passport',
    email: 'e-mail address',
    address: 'address',
    other_number: 'other number',
  },
  hiddenSpan: '{{kind}}, hidden',
  trial:
    'Trial: possibly sensitive content is only marked, not masked, except card security codes. Once masking is on, marked content is masked in text and audio.',
  original:
    'Your grant shows the original; marked content is masked for others. Card security codes have been deleted from audio and transcript.',
  sound: {
    masked: 'sensitive parts silenced',
    clean: 'checked, nothing sensitive found',
    unchecked: 'no transcript, so not checked for numbers',
    trial: 'trial, nothing silenced',
    original: 'original, nothing silenced',
  },
  unreliable: 'The transcript is unreliable, so sensitive numbers may have been missed.',
  mode: 'Mode',
  modes: { mask: 'Mask', highlight: 'Trial: only mark' },
  modeHint: {
    mask: 'Sensitive text is replaced by blocks and silenced in the audio, except for people with a grant to the original.',
    highlight:
      'Sensitive text is marked and the audio is not changed, to show what would be masked. The screens state that it is a trial.',
  },
  kinds: 'Masked in transcripts',
  kindsHint:
    'In audio, everything that is found is silenced. Card security codes are always masked; those that are certain are deleted from the stored recording.',
  uncheckedName: 'Recordings without a transcript',
  unchecked: { listen: 'May be played; the screen states that nothing was checked', refuse: 'May not be played' },
  inForce: 'Version {{version}} is in force',
  default: 'Not changed yet: everything is masked',
  weaker: 'This masks less than now. Once submitted, it takes effect only after a second person has approved it.',
  propose: 'Submit for approval',
  waiting: 'A change that masks less is waiting for approval',
  waitingBy: 'Proposed by {{name}}, {{at}}',
  agree: 'Approve',
  refuse: 'Refuse',
  takeBack: 'Withdraw',
  none: 'Nothing (except card security codes)',
  codes: {
    title: 'Possible card security codes',
    why: 'These may be card security codes. They are silenced and masked; the sealed original stays complete until someone decides.',
    isCode: 'It is a code',
    isNone: 'Not a code',
    sure: 'This part is permanently deleted from the stored recording and cannot be restored.',
    cut: 'Delete it',
    waiting_one: '{{count}} call contains what may be a card security code. Open it and decide.',
    waiting_other: '{{count}} calls contain what may be a card security code. Open each one and decide.',
    inCall: '{{at}}, {{agent}}, at {{moment}}',
  },
};
