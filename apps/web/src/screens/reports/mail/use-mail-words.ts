import type { MailedFilters, MailedReport, ReportRhythm } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFilterChoices } from '../../../data/call-list.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';

/** What reports by mail are called: kinds, times and filters. */
export function useMailWords() {
  const { t } = useTranslation();
  const { text } = useFormat();
  const lists = useMay('calls.read');
  const { data } = useFilterChoices(undefined, '', lists);
  const people = [...(data?.agents ?? []), ...(data?.reviewers ?? [])];
  const names = new Map([
    ...(data?.teams ?? []).map(({ teamId, name }) => [teamId, text(name)] as const),
    ...(data?.clients ?? []).map(({ clientId, name }) => [clientId, text(name)] as const),
    ...people.map(({ personId, name, staffNumber }) => [personId, `${text(name)} ${staffNumber}`] as const),
  ]);
  /** What the reader may not see is counted and not named. */
  function valueOf(name: keyof MailedFilters, written: string): string {
    const values = written.split(',');
    if (name === 'language') return values.map((one) => t(`calls.spoken.${one as 'zh'}`)).join(t('reportMail.comma'));
    if (name === 'direction')
      return values.map((one) => t(`call.direction.${one as 'inbound'}`)).join(t('reportMail.comma'));
    if (name === 'queue') return values.map(decodeURIComponent).join(t('reportMail.comma'));
    const known = values.flatMap((one) => names.get(one) ?? []);
    return known.length === values.length
      ? known.join(t('reportMail.comma'))
      : t('reportMail.several', { count: values.length });
  }
  return {
    kind: (by: MailedReport['by']) => t(`reportMail.kind.${by}`),
    rhythm: ({ period, weekday, monthDay, hour }: ReportRhythm) => {
      const at = `${String(hour).padStart(2, '0')}:00`;
      if (period === 'day') return t('reportMail.daily', { at });
      return period === 'week'
        ? t('reportMail.weekly', { day: t(`calls.weekday.d${String(weekday) as '1'}`), at })
        : t('reportMail.monthly', { day: monthDay, at });
    },
    filters: (filters: MailedFilters) =>
      (Object.entries(filters) as [keyof MailedFilters, string][])
        .map(([name, written]) =>
          t('reportMail.filter', { name: t(`calls.filter.${name}`), value: valueOf(name, written) }),
        )
        .join(t('reportMail.semicolon')) || t('reportMail.noFilters'),
  };
}
