import { askedActionSchema, legalPurposeSchema, type LegalRequestInput } from '#contracts';
import { Checkbox, Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { isMeant, TimeField } from '../../components/time-field.js';
import { useLegalCases } from '../../data/legal.js';
import { useMe } from '../../data/session.js';
import { siteDay } from '../../format/use-format.js';
import { wallTime, instantOf } from '../../format/wall-time.rules.js';

/** What a request says beside its filter, while it is being written. */
export type Reasons = Omit<LegalRequestInput, 'filters' | 'purpose' | 'expiresAt'> & {
  purpose: LegalRequestInput['purpose'] | null;
  /** `2026-03-12`, by the site's calendar: access ends with this day. */
  lastDay: string;
};

export const emptyReasons = (timeZone: string): Reasons => ({
  purpose: null,
  caseId: null,
  confidential: false,
  reason: '',
  action: 'listen',
  rendition: 'masked',
  plays: 10,
  downloads: 3,
  lastDay: siteDay(timeZone, 7),
});

/** @returns null while something is missing */
export function wholeReasons(
  { lastDay, purpose, ...reasons }: Reasons,
  timeZone: string,
): Omit<LegalRequestInput, 'filters'> | null {
  const day = isMeant(lastDay, 'day', siteDay(timeZone)) ? wallTime(lastDay, 'day') : null;
  if (purpose === null || reasons.reason.trim().length < 3 || day === null) return null;
  return { ...reasons, purpose, expiresAt: instantOf(`${day}T23:59`, timeZone) };
}

interface Props {
  reasons: Reasons;
  onChange: (change: Partial<Reasons>) => void;
}

export function RequestForm({ reasons, onChange: set }: Props) {
  const { t } = useTranslation();
  const cases = useLegalCases('open');
  const { timeZone } = useMe();
  const id = useId();
  const both = reasons.action === 'listen_and_export';
  const option = <V extends string>(value: V, label: string) => ({ value, label });
  return (
    <div className="admin-fields">
      <Field label={t('legalRequest.field.purpose')} htmlFor={`${id}p`}>
        <Select
          id={`${id}p`}
          value={reasons.purpose}
          onChange={(purpose) => set({ purpose })}
          options={legalPurposeSchema.options.map((one) => option(one, t(`legal.purpose.${one}`)))}
        />
      </Field>
      <Field label={t('legalRequest.field.legalCase')} htmlFor={`${id}c`}>
        <Select
          id={`${id}c`}
          value={reasons.caseId ?? ''}
          onChange={(caseId) => set({ caseId: caseId || null })}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            option('', t('legalRequest.noCase')),
            ...(cases.data?.items ?? []).map((one) => option(one.caseId, `${one.reference} ${one.title}`)),
          ]}
        />
      </Field>
      <div className="whole-row">
        <Field label={t('legalRequest.field.reason')} htmlFor={`${id}r`} hint={t('legalRequest.reasonHint')}>
          <Input.TextArea
            id={`${id}r`}
            rows={3}
            maxLength={2000}
            value={reasons.reason}
            onChange={({ target }) => set({ reason: target.value })}
          />
        </Field>
      </div>
      <Field
        label={t('legalRequest.field.action')}
        htmlFor={`${id}a`}
        hint={both ? t('legalRequest.bothHint') : undefined}
      >
        <Select
          id={`${id}a`}
          value={reasons.action}
          onChange={(action) => set({ action })}
          options={askedActionSchema.options.map((one) => option(one, t(`legal.action.${one}`)))}
        />
      </Field>
      <Field label={t('legalRequest.field.rendition')} htmlFor={`${id}v`}>
        <Select
          id={`${id}v`}
          value={reasons.rendition}
          onChange={(rendition) => set({ rendition })}
          options={(['masked', 'original'] as const).map((one) => option(one, t(`legal.rendition.${one}`)))}
        />
      </Field>
      <Field label={t(both ? 'legalRequest.field.plays' : 'legalRequest.field.uses')} htmlFor={`${id}n`}>
        <InputNumber
          id={`${id}n`}
          min={1}
          max={10_000}
          precision={0}
          value={reasons.plays}
          onChange={(plays) => set({ plays: plays ?? 1 })}
        />
      </Field>
      {both && (
        <Field label={t('legalRequest.field.downloads')} htmlFor={`${id}d`}>
          <InputNumber
            id={`${id}d`}
            min={1}
            max={10_000}
            precision={0}
            value={reasons.downloads}
            onChange={(downloads) => set({ downloads: downloads ?? 1 })}
          />
        </Field>
      )}
      <Field label={t('legalRequest.field.expiresAt')} htmlFor={`${id}e`} hint={t('legalRequest.expiresHint')}>
        <TimeField
          id={`${id}e`}
          exactness="day"
          value={reasons.lastDay}
          min={siteDay(timeZone)}
          max={siteDay(timeZone, 365)}
          onChange={(lastDay) => set({ lastDay })}
        />
      </Field>
      <div className="whole-row">
        <Checkbox checked={reasons.confidential} onChange={({ target }) => set({ confidential: target.checked })}>
          {t('legalRequest.confidentialBox')}
        </Checkbox>
        <p className="admin-hint">{t('legalRequest.confidentialHint')}</p>
      </div>
    </div>
  );
}
