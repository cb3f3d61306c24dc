import type { Translated } from '../translated.js';
import type * as zh from '../zh/live-call.js';

/** A call that goes on, and its recording. */
export const liveCall: Translated<typeof zh.liveCall> = {
  title: 'My call',
  none: 'No call of yours is being captured now.',
  noneWhy:
    'Once a call is answered and the telephone system sends it, the state of its recording is here: you can note consent and pause the recording while you talk. Only calls that are captured as they happen are shown.',
  lost: 'Connection lost, connecting again. What is shown is from before.',
  began: 'Began {{at}}',
  state: {
    consent_pending: 'Consent pending',
    recording: 'Recording',
    paused: 'Paused',
    held: 'On hold',
    refused: 'Not recorded: the customer refused',
    withdrawn: 'Not recorded: consent was taken back',
  },
  means: {
    consent_pending: 'Nothing has been recorded. Ask the customer as your rules say, then note the answer.',
    recording: 'Both sides are being recorded.',
    paused: 'What is said in a pause is thrown away as it arrives. It is not kept, and counts in no score.',
    held: 'The telephone system sends no sound. Recording goes on by itself when it does.',
    refused: 'This call is not recorded, and nothing of it is kept. You can ask again in the next call.',
    withdrawn:
      'Recording stopped at once. What was recorded before is restricted; two people decide about its destruction.',
  },
  endsIn: 'Recording resumes automatically in {{left}}.',
  hint: {
    consent_waits: 'The customer’s answer is not noted yet. Without consent there will be no recording.',
    paused_long: 'The recording has been paused for more than a minute. Has the card number been given?',
    silent: 'Nothing has come from the line for more than 20 seconds. The customer may not hear you.',
    no_greeting: 'It seems that the customer was not greeted yet. It is not too late.',
    promise_time: 'You promised something just now without a time. You could say by when.',
    promise_noted:
      'The promise and its time were recognised. The promise that counts is taken from the transcript after the call.',
    remark: 'What was said may have sounded harsh to the customer. You could slow down and say it another way.',
  },
  agrees: 'Customer agrees',
  refuses: 'Customer refuses',
  pause: 'Pause for card data',
  resume: 'Resume recording',
  withdraws: 'Customer takes consent back',
  withdrawAsk: 'Recording stops at once and cannot go on in this call. Does the customer take consent back?',
  followed:
    'Someone is listening in on this call or reading its live transcript. The call page shows who and why once the call has ended.',
  words: 'Words as they are said',
  timeline: 'What happened to the recording',
  moment: {
    consent_pending: 'Consent pending',
    consent_given: 'Consent given',
    consent_refused: 'Customer refused',
    consent_withdrawn: 'Consent taken back',
    paused: 'Paused',
    resumed: 'Resumed',
    held: 'On hold',
    unheld: 'Off hold',
  },
  how: {
    announcement: 'announced',
    spoken: 'said',
    keypad: 'by a key',
    form: 'another way',
    asked: 'by a person or a programme',
    limit: 'by itself, at the limit',
    line: 'telephone system',
  },
};
