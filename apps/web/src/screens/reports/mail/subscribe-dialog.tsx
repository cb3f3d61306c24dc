import { itemReportBySchema, mailedFormatSchema, reportBySchema, type Language, type MailedReport } from '#contracts';
import { Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { Select } from '../../../components/opened/select.js';
import { useSay } from '../../../components/opened/say.js';
import { useReportRecipients, useSendReport, useSubscribe } from '../../../data/report-mail.js';
import { useFormat, useLanguage } from '../../../format/use-format.js';
import { RhythmFields } from './rhythm-fields.js';
import type { ReportChosen } from './report-address.rules.js';
import { useMailWords } from './use-mail-words.js';

const KINDS: readonly MailedReport['by'][] = [...reportBySchema.options, ...itemReportBySchema.options];
const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

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
  const say = useSay();
  const id = useId();
  const words = useMailWords();
  const [value, setValue] = useState<MailedReport>({
    ...report,
    rhythm: { period: 'week', weekday: 1, monthDay: null, hour: 8 },
    ...{ format: 'link', language: useLanguage() },
  });
  const [toOthers, setToOthers] = useState(!may.reads);
  const [recipients, setRecipients] = useState<string[]>([]);
  const set = (part: Partial<MailedReport>) => setValue({ ...value, ...part });
  const [subscribe, sendIt] = [useSubscribe(), useSendReport()];
  const send = async () => {
    await (toOthers ? sendIt.mutateAsync({ ...value, recipients }) : subscribe.mutateAsync(value));
    say(({ message }) => void message.success(t('reportMail.form.saved')));
  };
  return (
    <ActionDialog
      title={t('reportMail.form.title')}
      okText={t('reportMail.form.save')}
      disabled={toOthers && recipients.length === 0}
      keeps
      width={560}
      send={send}
      onClose={onClose}
    >
      <Field label={t('reportMail.form.kind')} htmlFor={`${id}kind`} hint={words.filters(value.filters)}>
        <Select
          id={`${id}kind`}
          value={value.by}
          onChange={(by) => set({ by })}
          options={KINDS.map((one) => ({ value: one, label: words.kind(one) }))}
        />
      </Field>
      <RhythmFields value={value.rhythm} set={(rhythm) => set({ rhythm })} />
      <Field
        label={t('reportMail.form.format')}
        htmlFor={`${id}format`}
        {...(!filesLeave && { hint: t('reportMail.form.filesStay') })}
      >
        <Segmented
          id={`${id}format`}
          aria-label={t('reportMail.form.format')}
          value={value.format}
          onChange={(format) => set({ format })}
          options={mailedFormatSchema.options.map((one) => ({
            value: one,
            label: t(`reportMail.format.${one}`),
            disabled: one !== 'link' && !filesLeave,
          }))}
        />
      </Field>
      <Field label={t('reportMail.form.language')} htmlFor={`${id}language`}>
        <Segmented
          id={`${id}language`}
          aria-label={t('reportMail.form.language')}
          value={value.language}
          onChange={(language) => set({ language })}
          options={LANGUAGES.map((one) => ({ value: one, label: t(`reportMail.written.${one}`) }))}
        />
      </Field>
      {may.sends && may.reads && (
        <Field label={t('reportMail.form.who')} htmlFor={`${id}who`}>
          <Segmented
            id={`${id}who`}
            aria-label={t('reportMail.form.who')}
            value={toOthers}
            onChange={setToOthers}
            options={[
              { value: false, label: t('reportMail.form.myself') },
              { value: true, label: t('reportMail.form.others') },
            ]}
          />
        </Field>
      )}
      {toOthers && <Recipients value={recipients} set={setRecipients} />}
      <p className="admin-hint">{t('reportMail.form.note')}</p>
    </ActionDialog>
  );
}

function Recipients({ value, set }: { value: string[]; set: (to: string[]) => void }) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const id = useId();
  const people = useReportRecipients(true).data?.people ?? [];
  return (
    <Field label={t('reportMail.form.recipients')} htmlFor={id} hint={t('reportMail.form.recipientsHint')}>
      <Select
        id={id}
        mode="multiple"
        value={value}
        onChange={set}
        showSearch={{ optionFilterProp: 'label' }}
        options={people.map(({ personId, name, staffNumber, hasAddress }) => ({
          value: personId,
          label: `${text(name)} ${staffNumber}${hasAddress ? '' : ` ${t('reportMail.form.without')}`}`,
        }))}
      />
    </Field>
  );
}
