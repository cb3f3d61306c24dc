import {
  itemReportBySchema,
  type MailedFilters,
  mailedFormatSchema,
  type MailedReport,
  reportBySchema,
  reportForOthersSchema,
  type ReportRhythm,
  reportRhythmSchema,
} from '#contracts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/admin-page.js';
import { FormDialog, FormPart } from '../../../components/dialogs.js';
import { useSayDone } from '../../../components/opened/say.js';
import { useReportRecipients, useSendReport, useSubscribe } from '../../../data/report-mail.js';
import { useFormat, useLanguage } from '../../../format/use-format.js';
import type { ReportChosen } from '../spans.rules.js';
import { useFilterChoices } from '../../../data/call-list.js';
import { useMay } from '../../../data/session.js';

const KINDS: readonly MailedReport['by'][] = [...reportBySchema.options, ...itemReportBySchema.options];
const WEEKLY: ReportRhythm = { period: 'week', weekday: 1, monthDay: null, hour: 8 };
const askedSchema = reportForOthersSchema.partial({ recipients: true });

interface Props {
  report: ReportChosen;
  filesLeave: boolean;
  /** Reads reports, and can have them sent to oneself; sends them to others. */
  may: { reads: boolean; sends: boolean };
  onClose: () => void;
}

/** Subscribes oneself, or others, to the report that was on the screen. */
export function SubscribeDialog({ report, filesLeave, may, onClose }: Props) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const done = useSayDone();
  const words = useMailWords();
  const [rhythm, setRhythm] = useState(WEEKLY);
  const [toOthers, setToOthers] = useState(!may.reads);
  const [subscribe, sendIt] = [useSubscribe(), useSendReport()];
  const people = useReportRecipients(toOthers).data?.people ?? [];
  const { by, ...chosen } = report;
  return (
    <FormDialog
      title={t('reportMail.form.title')}
      okText={t('reportMail.form.save')}
      keeps
      width={560}
      body={askedSchema}
      start={{ by, format: 'link', language: useLanguage() }}
      beside={{ ...chosen, rhythm }}
      fields={[
        {
          of: 'by',
          as: 'choice',
          label: t('reportMail.form.kind'),
          hint: words.filters(report.filters),
          options: KINDS.map((one) => ({ value: one, label: words.kind(one) })),
        },
        <RhythmFields value={rhythm} set={setRhythm} />,
        {
          of: 'format',
          as: 'segments',
          label: t('reportMail.form.format'),
          ...(!filesLeave && { hint: t('reportMail.form.filesStay') }),
          options: mailedFormatSchema.options.map((one) => ({
            value: one,
            label: t(`reportMail.format.${one}`),
            disabled: one !== 'link' && !filesLeave,
          })),
        },
        {
          of: 'language',
          as: 'segments',
          label: t('reportMail.form.language'),
          words: (one) => t(`reportMail.written.${one}`),
        },
        may.sends && may.reads && (
          <Field label={t('reportMail.form.who')} htmlFor="report-who">
            <Segmented
              id="report-who"
              aria-label={t('reportMail.form.who')}
              value={toOthers}
              onChange={setToOthers}
              options={[
                { value: false, label: t('reportMail.form.myself') },
                { value: true, label: t('reportMail.form.others') },
              ]}
            />
          </Field>
        ),
        toOthers && {
          of: 'recipients',
          as: 'several',
          label: t('reportMail.form.recipients'),
          hint: t('reportMail.form.recipientsHint'),
          control: { showSearch: { optionFilterProp: 'label' } },
          options: people.map(({ personId, name, staffNumber, hasAddress }) => ({
            value: personId,
            label: `${text(name)} ${staffNumber}${hasAddress ? '' : ` ${t('reportMail.form.without')}`}`,
          })),
        },
        <p className="admin-hint">{t('reportMail.form.note')}</p>,
      ]}
      disabled={({ recipients }) => toOthers && recipients.length === 0}
      send={async ({ recipients = [], ...body }) => {
        await (toOthers ? sendIt.mutateAsync({ ...body, recipients }) : subscribe.mutateAsync(body));
        done(t('reportMail.form.saved'));
      }}
      onClose={onClose}
    />
  );
}

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

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: `${String(hour).padStart(2, '0')}:00` }));
/** Every month has them. */
const DAYS = Array.from({ length: 28 }, (_, at) => ({ value: at + 1, label: String(at + 1) }));

/** How often it is sent, on which day and at which hour, by the clock of the site. */
function RhythmFields({ value, set }: { value: ReportRhythm; set: (to: ReportRhythm) => void }) {
  const { t } = useTranslation();
  const { period } = value;
  const part = { body: reportRhythmSchema, value, onChange: (to: Partial<ReportRhythm>) => set({ ...value, ...to }) };
  return (
    <>
      <FormPart
        {...part}
        fields={[
          {
            of: 'period',
            as: 'segments',
            label: t('reportMail.form.period'),
            words: (one) => t(`reportMail.period.${one}`),
            also: (to) => ({ weekday: to === 'week' ? 1 : null, monthDay: to === 'month' ? 1 : null }),
          },
        ]}
      />
      <div className="admin-row">
        <FormPart
          {...part}
          fields={[
            period === 'week' && {
              of: 'weekday',
              as: 'choice',
              label: t('reportMail.form.weekday'),
              options: WEEKDAYS.map((day) => ({ value: Number(day), label: t(`calls.weekday.d${day}`) })),
            },
            period === 'month' && {
              of: 'monthDay',
              as: 'choice',
              label: t('reportMail.form.monthDay'),
              options: DAYS,
            },
            { of: 'hour', as: 'choice', label: t('reportMail.form.hour'), options: HOURS },
          ]}
        />
      </div>
    </>
  );
}
