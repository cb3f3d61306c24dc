import type { Translated } from '../translated.js';
import type * as zh from '../zh/live-call.js';

/** A call that goes on, and its recording. */
export const liveCall: Translated<typeof zh.liveCall> = {
  title: 'My call',
  none: 'None of your calls is being captured now.',
  noneWhy:
    'Once a call is answered and the telephone system sends it, the state of its recording appears here: you can note consent and pause the recording during the call. Only calls that are captured live are shown.',
  lost: 'Connection lost, connecting again. The data shown is from before.',
  began: 'Started {{at}}',
  state: {
    consent_pending: 'Consent pending',
    recording: 'Recording',
    paused: 'Paused',
    held: 'On hold',
    refused: 'Not recorded: the customer refused',
    withdrawn: 'Not recorded: consent was withdrawn',
  },
  means: {
    consent_pending: 'Nothing has been recorded. Ask the customer as your rules require, then note the answer.',
    recording: 'Both sides are being recorded.',
    paused: 'Audio during a pause is discarded as it arrives. It is not stored and does not count in any score.',
    held: 'The telephone system is sending no audio. Recording resumes automatically when it does.',
    refused: 'This call is not recorded, and no audio is stored. You can ask again in the next call.',
    withdrawn:
      'Recording stopped at once. What was recorded before is restricted; two people decide about its destruction.',
  },
  endsIn: 'Recording resumes automatically in {{left}}.',
  hint: {
    consent_waits: 'The customer’s answer is not noted yet. Without consent there will be no recording.',
    paused_long: 'The recording has been paused for more than a minute. Has the card number been given?',
    silent: 'No audio has come from the line for more than 20 seconds. The customer may not hear you.',
    no_greeting: 'The customer does not seem to have been greeted yet. It is not too late.',
    promise_time: 'You have just promised something without a time. You could say by when.',
    promise_noted:
      'Your promise and its time were recognised. The promise that counts is taken from the transcript after the call.',
    remark: 'What was said may have sounded harsh to the customer. You could slow down and say it another way.',
  },
  agrees: 'Customer agrees',
  refuses: 'Customer refuses',
  pause: 'Pause for card data',
  resume: 'Resume recording',
  withdraws: 'Customer withdraws consent',
  withdrawAsk: 'Recording stops at once and cannot be resumed in this call. Does the customer withdraw consent?',
  followed:
    'Someone is listening in on this call or reading its live transcript. The call page shows who and why once the call has ended.',
  words: 'Live transcript',
  timeline: 'Recording history',
  moment: {
    consent_pending: 'Consent pending',
    consent_given: 'Consent given',
    consent_taken: 'Consent taken as given',
    consent_refused: 'Customer refused',
    consent_withdrawn: 'Consent withdrawn',
    paused: 'Paused',
    resumed: 'Resumed',
    held: 'On hold',
    unheld: 'Off hold',
  },
  how: {
    announcement: 'announced',
    spoken: 'spoken',
    keypad: 'by a key',
    form: 'another way',
    asked: 'by a person or a program',
    limit: 'automatically, at the time limit',
    line: 'telephone system',
  },
};
