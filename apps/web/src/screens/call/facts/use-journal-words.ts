import { eventRowOf, type CallJournalEntry, type EventDetails, type EventName } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { attentionReasonSchema } from '#contracts';
import { filled } from '../../../format/filled.rules.js';
import { useFormat } from '../../../format/use-format.js';

export interface Speaking {
  t: TFunction;
  format: ReturnType<typeof useFormat>;
  who: string;
}

type Sayings = { [N in EventName]?: (details: EventDetails<N>, speaking: Speaking) => string };

/** The sentences of events of a call that depend on the details. The table of events has all others. */
const SAYINGS: Sayings = {
  'consent.decided': (d, { t }) =>
    t(d.mayRecord ? 'journal.consent_decided_yes' : 'journal.consent_decided_no', { rule: d.ruleId }),
  'recording.captured': (d, { t, format }) =>
    t('journal.recording_captured', { duration: format.duration(d.durationMs) }),
  'transcript.ready': ({ engine, version, unreliable, fellBackFrom = [] }, { t }) => {
    if (unreliable.length > 0) return t('journal.transcript_ready_unreliable', { engine, version });
    const instead = fellBackFrom.map((other) => other.engine).join(t('journal.and'));
    return instead
      ? t('journal.transcript_ready_fell_back', { engine, version, instead })
      : t('journal.transcript_ready', { engine, version });
  },
  'call.language_told': ({ language, share, doubt }, { t, format }) =>
    doubt || !language
      ? t('journal.call_language_unsure')
      : t('journal.call_language_told', { language: t(`calls.spoken.${language}`), share: format.percent(share) }),
  'call.needs_attention': ({ reason: code, said }, { t }) => {
    const reason = t(`attention.${attentionReasonSchema.safeParse(code).data ?? 'other'}.what`);
    return said
      ? t('journal.call_needs_attention_said', { reason, said })
      : t('journal.call_needs_attention', { reason });
  },
  'call.given_up': (d, { t, who }) => t('journal.call_given_up', { who, reason: t(`giveUp.why.${d.reason}`) }),
  'call.corrected': ({ origin, fields }, { t, who }) =>
    t(origin === 'upload' ? 'journal.call_corrected_upload' : 'journal.call_corrected', {
      who,
      fields: fields.map((field) => t(`call.correct.named.${field}`)).join(t('journal.and')),
    }),
  'call.rehear_failed': ({ reason }, { t }) =>
    t('journal.call_rehear_failed', { reason: t(`attention.${reason}.what`) }),
  'play.closed': (d, { t, format, who }) => {
    const said = (spans: [number, number][]) =>
      spans.map(([from, to]) => `${format.clock(from)}–${format.clock(to)}`).join(t('journal.and'));
    const [spans, sent] = [said(d.heardMs), said(d.releasedMs)];
    if (spans) return t('journal.play_closed', { who, spans, sent });
    return sent ? t('journal.play_closed_unheard', { who, sent }) : t('journal.play_closed_unsent', { who });
  },
  'transcript.redacted': ({ found }, { t }) =>
    t('journal.transcript_redacted', { count: Object.values(found).reduce((sum, count) => sum + count, 0) }),
  'recording.masked': ({ spans }, { t }) => t('journal.recording_masked', { count: spans }),
  'card_code.decided': ({ answer }, { t, who }) => t(`journal.card_code_decided_${answer}`, { who }),
  'recording.restricted': ({ kind }, { t }) =>
    t(kind === 'not_recordable' ? 'journal.recording_restricted_rules' : 'journal.recording_restricted'),
  'destruction.ordered': ({ reason }, { t }) =>
    t('journal.destruction_ordered', { why: t(`retention.reason.${reason}`) }),
  'certificate.issued': ({ objects }, { t }) => t('journal.certificate_issued', { count: objects }),
  'commitment.found': ({ kind, dueAt }, { t, format }) =>
    dueAt
      ? t('journal.commitment_found', { kind: t(`promises.kind.${kind}`), time: format.dateTime(dueAt) })
      : t('journal.commitment_found_no_time', { kind: t(`promises.kind.${kind}`) }),
  'commitment.due_soon': ({ dueAt }, { t, format }) =>
    t('journal.commitment_due_soon', { time: format.dateTime(dueAt) }),
  'commitment.overdue': ({ kind, dueAt }, { t, format }) =>
    t('journal.commitment_overdue', { kind: t(`promises.kind.${kind}`), time: format.dateTime(dueAt) }),
  'commitment.time_set': ({ dueAt }, { t, format, who }) =>
    t('journal.commitment_time_set', { who, time: format.dateTime(dueAt) }),
  'commitment.answered': ({ answer, by }, { t, who }) =>
    by === 'later_call'
      ? t('journal.commitment_kept_by_call')
      : t('journal.commitment_answered', { who, answer: t(`promises.answer.${answer}`) }),
  'commitment.handed_over': ({ step }, { t, who }) => t(`journal.commitment_handed_over_${step}`, { who }),
};

/** Turns a journal entry into a sentence of the screen's language. */
export function useJournalWords(): (entry: CallJournalEntry) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (entry) => {
    const someone = entry.actor.kind === 'system' ? t('journal.system') : t('journal.someone');
    const who = entry.actor.name ? format.text(entry.actor.name) : someone;
    return sayEntry(entry.event, entry.details, { t, format, who }) ?? t('journal.other');
  };
}

/** @returns null where no call has such an entry, or where its details are not what the event has */
export function sayEntry(event: string, details: unknown, speaking: Speaking): string | null {
  const row = eventRowOf(event);
  const parsed = row?.details.safeParse(details);
  if (!row || !parsed?.success) return null;
  const saying = SAYINGS[event as EventName] as ((details: unknown, speaking: Speaking) => string) | undefined;
  if (saying) return saying(parsed.data, speaking);
  return row.ofCall && row.says ? filled(speaking.format.text(row.says), { ...parsed.data, who: speaking.who }) : null;
}
