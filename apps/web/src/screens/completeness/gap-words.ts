import type { Gap } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What is said of a gap in the screen's language. */
export function useGapWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const length = (ms: number | undefined) => (ms === undefined ? t('completeness.unknown') : format.duration(ms));
  return {
    why: ({ kind, facts: { talkMs, recordedMs, missingMs, channel, doubt, capture } }: Gap): string => {
      const said = { talk: length(talkMs), recorded: length(recordedMs), missing: length(missingMs) };
      if (capture !== undefined) return t(`completeness.why.captured.${capture}`, said);
      if (kind === 'ended_before_call' && missingMs === undefined) return t('completeness.why.cutShort', said);
      if (kind === 'one_channel_silent' && channel !== undefined)
        return t(channel === 0 ? 'completeness.why.leftSilent' : 'completeness.why.rightSilent', said);
      if (doubt !== undefined) return t(`completeness.why.notSplit.${doubt}`, said);
      return t(`completeness.why.${kind}`, said);
    },
    /** How long an open gap has been open, or when a closed one was closed. */
    age: ({ openedAt, closedAt }: Gap): string => {
      if (closedAt !== null) return format.dateTime(closedAt);
      const minutes = Math.floor((Date.now() - Date.parse(openedAt)) / 60_000);
      if (minutes < 60) return t('completeness.minutes', { count: minutes });
      const hours = Math.floor(minutes / 60);
      return hours < 48
        ? t('completeness.hours', { count: hours })
        : t('completeness.days', { count: Math.floor(hours / 24) });
    },
    state: ({ openedAt, closing, asked, acceptedBy, reason }: Gap): string => {
      const why = reason ? t(`completeness.reason.${reason}`) : '';
      if (closing === 'accepted' && acceptedBy)
        return t('completeness.acceptedBy', { name: format.text(acceptedBy.name), why });
      if (closing !== null) return t(`completeness.closing.${closing}`);
      if (asked) return t('completeness.askedBy', { name: format.text(asked.name), why });
      return t('completeness.since', { at: format.dateTime(openedAt) });
    },
  };
}
