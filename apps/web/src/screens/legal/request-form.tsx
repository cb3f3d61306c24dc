import { legalRequestInputSchema, type LegalRequestInput } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormPart } from '../../components/dialogs.js';
import { isMeant } from '../../components/time-field.js';
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

export function RequestForm({ reasons, onChange }: Props) {
  const { t } = useTranslation();
  const cases = useLegalCases('open');
  const { timeZone } = useMe();
  const both = reasons.action === 'listen_and_export';
  return (
    <div className="admin-fields">
      <FormPart
        body={legalRequestInputSchema}
        value={{ ...reasons, caseId: reasons.caseId ?? '' }}
        onChange={({ caseId, ...change }) =>
          onChange({ ...change, ...(caseId !== undefined && { caseId: caseId || null }) })
        }
        fields={[
          { of: 'purpose', label: t('legalRequest.field.purpose'), words: (one) => t(`legal.purpose.${one}`) },
          {
            of: 'caseId',
            as: 'choice',
            label: t('legalRequest.field.legalCase'),
            control: { showSearch: { optionFilterProp: 'label' } },
            options: [
              { value: '', label: t('legalRequest.noCase') },
              ...(cases.data?.items ?? []).map(({ caseId, reference, title }) => ({
                value: caseId,
                label: `${reference} ${title}`,
              })),
            ],
          },
          {
            of: 'reason',
            as: 'lines',
            wide: true,
            label: t('legalRequest.field.reason'),
            hint: t('legalRequest.reasonHint'),
          },
          {
            of: 'action',
            label: t('legalRequest.field.action'),
            hint: both ? t('legalRequest.bothHint') : undefined,
            words: (one) => t(`legal.action.${one}`),
          },
          { of: 'rendition', label: t('legalRequest.field.rendition'), words: (one) => t(`legal.rendition.${one}`) },
          { of: 'plays', label: t(both ? 'legalRequest.field.plays' : 'legalRequest.field.uses') },
          both && { of: 'downloads', label: t('legalRequest.field.downloads') },
          {
            of: 'lastDay',
            as: 'day',
            label: t('legalRequest.field.expiresAt'),
            hint: t('legalRequest.expiresHint'),
            min: siteDay(timeZone),
            max: siteDay(timeZone, 365),
          },
          {
            of: 'confidential',
            wide: true,
            label: t('legalRequest.confidentialBox'),
            hint: t('legalRequest.confidentialHint'),
          },
        ]}
      />
    </div>
  );
}
