import type { Translated } from '../translated.js';
import type * as zh from '../zh/journal.js';

export const journal: Translated<typeof zh.journal> = {
  system: 'System',
  someone: 'Somebody',
  and: ', ',
  call_known: 'Call made known',
  consent_decided_yes: 'May be recorded, rule {{rule}}',
  consent_decided_no: 'May not be recorded, rule {{rule}}',
  call_not_recorded: 'Not recorded',
  recording_captured: 'Recording arrived, {{duration}}',
  recording_sealed: 'Recording sealed',
  transcript_ready: 'Transcribed by {{engine}}, version {{version}}',
  transcript_ready_unreliable: 'Transcribed by {{engine}}, words unreliable',
  transcript_ready_fell_back: 'Transcribed by {{engine}} in place of {{instead}}, version {{version}}',
  sound_sent_out: 'Sound sent to {{host}} for {{engine}}',
  checklist_scored: 'Scored automatically, {{checklist}} v{{version}}',
  scorecard_counted: 'Score now counts',
  call_needs_attention: 'Needs attention: {{reason}}',
  call_retried: '{{who}} retried',
  play_opened: '{{who}} opened the recording',
  play_closed: '{{who}} heard {{spans}}; sent {{sent}}',
  play_closed_unheard: '{{who}} closed the recording unheard; sent {{sent}}',
  play_closed_unsent: '{{who}} closed the recording before any of it was sent',
  transcript_read: '{{who}} read the words',
  write_abandoned: 'Unfinished write cleared',
  other: 'Other entry',
};
