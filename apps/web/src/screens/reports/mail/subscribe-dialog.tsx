import {
  itemReportBySchema,
  mailedFormatSchema,
  reportBySchema,
  reportForOthersSchema,
  type MailedReport,
  type ReportRhythm,
} from '#contracts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/admin-page.js';
import { FormDialog } from '../../../components/dialogs.js';
import { useSay } from '../../../components/opened/say.js';
import { useReportRecipients, useSendReport, useSubscribe } from '../../../data/report-mail.js';
import { useFormat, useLanguage } from '../../../format/use-format.js';
import type { ReportChosen } from './report-address.rules.js';
import { RhythmFields } from './rhythm-fields.js';
import { useMailWords } from './use-mail-words.js';

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
  const say = useSay();
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
        say(({ message }) => void message.success(t('reportMail.form.saved')));
      }}
      onClose={onClose}
    />
  );
}
