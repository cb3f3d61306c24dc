import type { Translated } from '../translated.js';
import type * as zh from '../zh/reasons.js';

export const attention: Translated<typeof zh.attention> = {
  language_unsure: {
    what: 'The language of this call was not given and could not be detected reliably',
    next: 'The recording is sealed. Set the language on the call’s page; the call is then transcribed and scored.',
  },
  no_engine_for_language: {
    what: 'No engine transcribes this language',
    next: 'The recording is sealed. Add an engine or supply a transcript, then retry.',
  },
  engine_missing: {
    what: 'The transcription engine is not installed',
    next: 'The recording is sealed. Ask an administrator to install it, then retry.',
  },
  engine_crashed: {
    what: 'The transcription engine stopped unexpectedly',
    next: 'The recording is sealed. Retry; if it stops again, tell an administrator.',
  },
  engine_timeout: {
    what: 'The transcription engine took too long',
    next: 'The recording is sealed. Retry when the machine is less busy.',
  },
  engine_rubbish: {
    what: 'The engine’s output could not be read',
    next: 'The recording is sealed. Retry; if the problem remains, change the engine.',
  },
  engine_unreachable: {
    what: 'The transcription server did not answer, or is too busy',
    next: 'The recording is sealed. Retry once the server is back.',
  },
  engine_refused: {
    what: 'The transcription server refused the request',
    next: 'The recording is sealed. Have an administrator check its address, key and model, then retry.',
  },
  provided_words_rejected: {
    what: 'The transcript sent with the recording is malformed',
    next: 'The recording is sealed. Correct the transcript at the source and send it again.',
  },
  audio_undecodable: {
    what: 'The recording cannot be decoded',
    next: 'The original file is kept. Check the recording format of the source.',
  },
  object_damaged: {
    what: 'The sealed recording failed its integrity check',
    next: 'Have an administrator restore the object from a copy, then retry.',
  },
  key_missing: {
    what: 'This recording’s key is missing',
    next: 'Have an administrator restore the key store, then retry.',
  },
  storage_failed: {
    what: 'The storage did not answer',
    next: 'Data already written is safe. Retry once the storage is back.',
  },
  no_checklist: {
    what: 'No checklist applies to this call',
    next: 'The transcript is ready. Publish a checklist, then retry.',
  },
  internal_error: {
    what: 'Internal error in this system',
    next: 'The recording is safe. Retry; if the problem remains, tell an administrator.',
  },
  other: { what: 'Processing of this call stopped', next: 'Retry; if the problem remains, tell an administrator.' },
};

export const server: Translated<typeof zh.server> = { said: 'Message from the server: ' };

export const notRecorded: Translated<typeof zh.notRecorded> = {
  consent_declined: 'The customer declined recording: no audio was stored.',
  consent_withdrawn: 'The customer withdrew consent: no audio was stored.',
  consent_unknown: 'The source did not say whether recording was announced: not recorded, by rule.',
  consent_not_enough:
    'A notice was given, but the rule for such calls requires more, usually the customer’s consent: not recorded.',
  consent_not_announced: 'No recording notice was played: not recorded, by the local rule.',
  exemption_not_accepted: 'The ground for not giving notice is not accepted here: not recorded.',
  internal_call_excluded: 'Internal call: not recorded, by rule.',
  private_call_excluded: 'Private call: not recorded, by rule.',
  other: 'This call has no recording; the source gave no reason.',
};

export const stageNote: Translated<typeof zh.stageNote> = {
  not_judged:
    'No checklist judges calls like this, so there is no score. Transcript and recording are available as usual.',
};

export const listenRefusal: Translated<typeof zh.listenRefusal> = {
  no_grant: 'You may see this call but have no grant to listen. People with a legal role give grants.',
  not_sealed: 'The recording is being sealed and can be played afterwards.',
  no_recording: 'This call has no recording to play.',
  being_checked:
    'The recording is being checked for numbers that must not be heard and can be played afterwards. This page updates automatically; if nothing changes for long, tell a quality manager.',
  unchecked:
    'This recording has no transcript, so it could not be checked for numbers that must not be heard, and company rules do not allow it to be played. Retry its transcription.',
  key_destroyed: 'Unreadable: key destroyed. The certificate is named under Custody; no copy can be opened any more.',
  restricted:
    'The recorded person asked for erasure or withdrew consent: until that is decided, only Legal can open this recording.',
  not_recordable:
    'According to a correction, this call should not have been recorded: until that is decided, only Legal can open this recording.',
  expired: 'The retention period has ended and the recording is waiting to be destroyed. Legal can still place a hold.',
  damaged:
    'The recording failed its integrity check and is not played. Ask an administrator to restore it from a copy.',
};

export const unreliable: Translated<typeof zh.unreliable> = {
  sample_rate_below_engine:
    'recorded below the rate the engine was trained on (8 kHz telephone audio in a 16 kHz engine)',
  low_confidence: 'the engine was unsure of most words',
  speech_without_words: 'speech was detected but hardly any words were recognised',
  other_language_heard: 'the engine detected another language than the one given for the call',
  cut_off: 'the engine returned more words than twelve hours of speech contain; the rest was left out',
};

export const insufficient: Translated<typeof zh.insufficient> = {
  no_fact: 'The telephone system did not give the fact that is needed; this item is not counted.',
  words_unreliable: 'The transcript is not reliable. Not judged; queued for a reviewer.',
  speakers_unknown: 'The speakers cannot be separated. Not judged; queued for a reviewer.',
  speakers_unnamed:
    'It is not certain which speaker is the agent. Choose above the transcript; the call is then scored again.',
  one_side_missing: 'Only one side was recorded. Not judged; queued for a reviewer.',
  too_few_words: 'Too few words to judge; queued for a reviewer.',
  ambiguous: 'The text can be understood in two ways. Not judged; queued for a reviewer.',
  language_unsupported: 'The checklist does not cover this language yet; queued for a reviewer.',
  language_mixed: 'Some turns are in the other language; queued for a reviewer.',
  checks_disagree: 'The signs contradict each other; queued for a reviewer.',
  left_to_a_person: 'The checklist leaves this item to a reviewer; queued.',
};

export const consent: Translated<typeof zh.consent> = {
  announced: 'Recording notice played',
  given: 'Customer agreed to recording',
  declined: 'Customer declined recording',
  withdrawn: 'Customer withdrew consent',
  not_required: 'No notice needed',
  unknown: 'Recording notice unknown',
};

export const consentBy: Translated<typeof zh.consentBy> = {
  announcement: 'announcement',
  spoken: 'spoken',
  keypad: 'keypad',
  contract: 'contract',
  form: 'form',
};
