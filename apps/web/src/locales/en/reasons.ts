import type { Translated } from '../translated.js';
import type * as zh from '../zh/reasons.js';

export const attention: Translated<typeof zh.attention> = {
  language_unsure: {
    what: 'The language of this call was not given, and it cannot be told for sure',
    next: 'The recording is sealed. Say the language on the call’s page; the call is then heard and scored.',
  },
  no_engine_for_language: {
    what: 'No engine transcribes this language',
    next: 'The recording is sealed. Add an engine or supply words, then retry.',
  },
  engine_missing: {
    what: 'The transcription engine is not installed',
    next: 'The recording is sealed. Have it installed, then retry.',
  },
  engine_crashed: {
    what: 'The transcription engine quit midway',
    next: 'The recording is sealed. Retry; if it quits again, tell an administrator.',
  },
  engine_timeout: {
    what: 'The transcription engine took too long',
    next: 'The recording is sealed. Retry when the machine is less busy.',
  },
  engine_rubbish: {
    what: 'The engine’s output could not be read',
    next: 'The recording is sealed. Retry; if it stays, change the engine.',
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
    what: 'The words sent with the recording are malformed',
    next: 'The recording is sealed. Have the source correct the words and send them again.',
  },
  audio_undecodable: {
    what: 'The recording cannot be decoded',
    next: 'The original file is kept. Check the recording format of the source.',
  },
  object_damaged: {
    what: 'The sealed recording fails its check',
    next: 'Have an administrator restore the object from a copy, then retry.',
  },
  key_missing: {
    what: 'This recording’s key is missing',
    next: 'Have an administrator restore the key store, then retry.',
  },
  storage_failed: {
    what: 'The storage did not answer',
    next: 'What was written is safe. Retry once the storage is back.',
  },
  no_checklist: {
    what: 'No checklist applies to this call',
    next: 'The words are ready. Publish a checklist, then retry.',
  },
  internal_error: {
    what: 'Internal error in this system',
    next: 'The recording is safe. Retry; if it stays, tell an administrator.',
  },
  other: { what: 'The work on this call stopped', next: 'Retry; if it stays, tell an administrator.' },
};

export const server: Translated<typeof zh.server> = { said: 'The server’s own words: ' };

export const notRecorded: Translated<typeof zh.notRecorded> = {
  consent_declined: 'The customer declined recording: no sound was kept.',
  consent_withdrawn: 'The customer withdrew consent: no sound was kept.',
  consent_unknown: 'The source did not say whether recording was announced: not recorded, by rule.',
  consent_not_enough:
    'A notice was given, but such a call needs more by the rule, as a rule the customer’s agreement: not recorded.',
  consent_not_announced: 'No recording notice was played: not recorded, by the local rule.',
  exemption_not_accepted: 'The ground for giving no notice is not accepted here: not recorded.',
  internal_call_excluded: 'Internal call: not recorded, by rule.',
  private_call_excluded: 'Private call: not recorded, by rule.',
  other: 'This call has no recording; the source gave no reason.',
};

export const stageNote: Translated<typeof zh.stageNote> = {
  not_judged: 'No checklist judges calls like this, so there is no score. Words and recording are there as usual.',
};

export const listenRefusal: Translated<typeof zh.listenRefusal> = {
  no_grant: 'You may see this call but hold no grant to listen. People with a role of legal give grants.',
  not_sealed: 'The recording is being sealed and can be heard once it is.',
  no_recording: 'This call has no recording to hear.',
  being_checked:
    'Being checked for numbers that must not be heard; it can be heard once it is. This page updates automatically; if it stays so, tell a quality manager.',
  unchecked:
    'This recording has no words, so it could not be checked for numbers that must not be heard, and the company does not let it be heard. Retry its transcription.',
  key_destroyed: 'Unreadable: key destroyed. The certificate is named under Custody; no copy opens any more.',
  restricted:
    'The person recorded asked for erasure or took consent back: until that is decided, only legal opens this recording.',
  not_recordable:
    'As corrected, this call should not have been recorded: until that is decided, only legal opens this recording.',
  expired: 'Past its time, and waiting to be destroyed. Legal can still place a hold.',
  damaged: 'The recording fails its check and is not played. Have an administrator restore it from a copy.',
};

export const unreliable: Translated<typeof zh.unreliable> = {
  sample_rate_below_engine:
    'recorded below the rate the engine was trained on (8 kHz telephone audio in a 16 kHz engine)',
  low_confidence: 'the engine was unsure of most words',
  speech_without_words: 'speech was heard but hardly a word came out',
  other_language_heard: 'the engine heard another language than the one given for the call',
  cut_off: 'the engine gave more words than twelve hours of talk have; what came after was left out',
};

export const insufficient: Translated<typeof zh.insufficient> = {
  no_fact: 'The phone system did not give the fact that is needed; this item is not counted.',
  words_unreliable: 'The words cannot be relied on. Not judged; queued for a person.',
  speakers_unknown: 'The speakers cannot be told apart. Not judged; queued for a person.',
  speakers_unnamed: 'It is not sure which speaker is the agent. Say so above the words, and the call is scored again.',
  one_side_missing: 'Only one side was recorded. Not judged; queued for a person.',
  too_few_words: 'Too few words to judge by; queued for a person.',
  ambiguous: 'The words can be read two ways. Not judged; queued for a person.',
  language_unsupported: 'The checklist does not cover this language yet; queued for a person.',
  language_mixed: 'Some turns are in the other language; queued for a person.',
  checks_disagree: 'The signs speak against each other; queued for a person.',
  left_to_a_person: 'The checklist leaves this item to a person; queued.',
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
