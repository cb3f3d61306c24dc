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
    'Trial: what may be sensitive is only marked and nothing is hidden, card security codes apart. Once masking is on, the marked words are hidden in text and sound.',
  original:
    'Shown as it was said, by your grant; what is marked is hidden from others. Card security codes have been removed from sound and words.',
  sound: {
    masked: 'silent where sensitive',
    clean: 'checked, nothing sensitive found',
    unchecked: 'no words, so not checked for numbers',
    trial: 'trial, nothing silenced',
    original: 'original, nothing silenced',
  },
  unreliable: 'The words are unreliable, so sensitive numbers may have been missed.',
  mode: 'What happens',
  modes: { mask: 'Hide', highlight: 'Trial: only mark' },
  modeHint: {
    mask: 'Sensitive words are replaced by blocks and the sound is silent there, except for people who hold a grant to the original.',
    highlight:
      'Sensitive words are marked and the sound is left as it is, to see what would be hidden. The screens say that it is a trial.',
  },
  kinds: 'What is hidden in words',
  kindsHint:
    'In sound, everything that is found is silenced. Card security codes are always hidden; those that are certain are cut from the stored recording.',
  uncheckedName: 'Recordings without words',
  unchecked: { listen: 'May be heard; the screen says nothing was checked', refuse: 'May not be heard' },
  inForce: 'Version {{version}} is in force',
  default: 'Not changed yet: everything is hidden',
  weaker: 'This hides less than now. Once saved, it waits until a second person agrees.',
  propose: 'Submit for a second person',
  waiting: 'A change that hides less is waiting for a second person',
  waitingBy: 'Proposed by {{name}}, {{at}}',
  agree: 'Agree',
  refuse: 'Refuse',
  takeBack: 'Take back',
  none: 'Nothing (card security codes apart)',
  codes: {
    title: 'Possible card security codes',
    why: 'These may be card security codes. They are silenced and masked; the sealed original stays complete until someone decides.',
    isCode: 'It is a code',
    isNone: 'Not a code',
    sure: 'The moment is cut out of the stored recording for good and cannot be brought back.',
    cut: 'Cut it out',
    waiting_one: '{{count}} call contains something that may be a card security code. Open it and decide.',
    waiting_other: '{{count}} calls contain something that may be a card security code. Open each call and decide.',
    inCall: '{{at}}, {{agent}}, at {{moment}}',
  },
};
