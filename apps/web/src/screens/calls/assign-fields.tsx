import { assignReasonSchema, type AssignCalls, type AssignReason } from '#contracts';
import { Input, InputNumber } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, WhenRead } from '../../components/admin-page.js';
import { AwayNote } from '../../components/away-note.js';
import { Select } from '../../components/opened/select.js';
import { useReviewersToChoose } from '../../data/ticked-calls.js';
import { useFormat } from '../../format/use-format.js';

export interface Assignment {
  personId: string | null;
  reason: AssignReason;
  note: string;
  dueDays: number | null;
}

/** null: something is missing. */
export function wholeAssignment({ personId, reason, note, dueDays }: Assignment): Omit<AssignCalls, 'callIds'> | null {
  if (personId === null || dueDays === null) return null;
  return { personId, reason, dueDays, ...(note.trim() !== '' && { note: note.trim() }) };
}

interface Props {
  /** Those that can be assigned. */
  callIds: readonly string[];
  assignment: Assignment;
  onChange: (change: Partial<Assignment>) => void;
}

/** To whom calls are given, why, and until when. */
export function AssignFields({ callIds, assignment: { personId, reason, note, dueDays }, onChange }: Props) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const id = useId();
  const people = useReviewersToChoose(callIds);
  return (
    <>
      <WhenRead of={people}>
        {(read) => (
          <Field label={t('calls.assign.to')} htmlFor={`${id}-to`}>
            <Select
              id={`${id}-to`}
              value={personId}
              placeholder={t('calls.assign.choose')}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(to) => onChange({ personId: to })}
              notFoundContent={t('calls.assign.none')}
              options={read.people.map(({ personId: value, name, calls }) => ({
                value,
                label:
                  calls === callIds.length
                    ? text(name)
                    : t('calls.assign.some', { name: text(name), count: calls, of: callIds.length }),
              }))}
            />
            <AwayNote personId={personId} />
          </Field>
        )}
      </WhenRead>
      <Field label={t('calls.assign.why')} htmlFor={`${id}-why`}>
        <Select
          id={`${id}-why`}
          value={reason}
          onChange={(why: AssignReason) => onChange({ reason: why })}
          options={assignReasonSchema.options.map((value) => ({ value, label: t(`calls.assign.reason.${value}`) }))}
        />
      </Field>
      <Field label={t('calls.assign.note')} htmlFor={`${id}-note`}>
        <Input
          id={`${id}-note`}
          maxLength={300}
          value={note}
          onChange={({ target }) => onChange({ note: target.value })}
        />
      </Field>
      <Field label={t('calls.assign.days')} htmlFor={`${id}-days`}>
        <InputNumber
          id={`${id}-days`}
          min={1}
          max={60}
          value={dueDays}
          onChange={(days) => onChange({ dueDays: days })}
        />
      </Field>
    </>
  );
}
