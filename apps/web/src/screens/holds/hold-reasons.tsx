import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { Field } from '../../components/admin-page.js';
import { useLegalCases } from '../../data/legal.js';

export interface Reasons {
  caseId: string | null;
  reason: string;
}

/** For which case a hold is placed, and on what grounds. */
export function HoldReasons({ reasons, onChange }: { reasons: Reasons; onChange: (reasons: Reasons) => void }) {
  const { t } = useTranslation();
  const cases = useLegalCases('open');
  const id = useId();
  const none = cases.data?.items.length === 0;
  return (
    <section className="admin-section">
      <h2>{t('holds.why')}</h2>
      <div className="admin-fields">
        <Field label={t('holds.field.case')} htmlFor={`${id}c`} {...(none && { hint: t('holds.noCase') })}>
          <Select
            id={`${id}c`}
            value={reasons.caseId}
            onChange={(caseId) => onChange({ ...reasons, caseId })}
            showSearch={{ optionFilterProp: 'label' }}
            options={(cases.data?.items ?? []).map((one) => ({
              value: one.caseId,
              label: `${one.reference} ${one.title}`,
            }))}
          />
        </Field>
        <div className="legal-whole">
          <Field label={t('holds.field.reason')} htmlFor={`${id}r`} hint={t('holds.reasonHint')}>
            <Input.TextArea
              id={`${id}r`}
              rows={3}
              maxLength={500}
              value={reasons.reason}
              onChange={({ target }) => onChange({ ...reasons, reason: target.value })}
            />
          </Field>
        </div>
      </div>
    </section>
  );
}
