import { type AssignCalls, assignCallsSchema, type AssignReason } from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { WhenRead } from '../../components/admin-page.js';
import { AwayNote } from '../../components/away-note.js';
import { FormPart } from '../../components/dialogs.js';
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

/** Days that are cleared are missing. */
const bodySchema = z.object({ ...assignCallsSchema.shape, dueDays: assignCallsSchema.shape.dueDays.nullable() });

interface Props {
  /** Those that can be assigned. */
  callIds: readonly string[];
  assignment: Assignment;
  onChange: (change: Partial<Assignment>) => void;
}

/** To whom calls are given, why, and until when. */
export function AssignFields({ callIds, assignment, onChange }: Props) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const part = { body: bodySchema, value: assignment, onChange };
  return (
    <>
      <WhenRead of={useReviewersToChoose(callIds)}>
        {({ people }) => (
          <FormPart
            {...part}
            fields={[
              {
                of: 'personId',
                as: 'choice',
                label: t('calls.assign.to'),
                placeholder: t('calls.assign.choose'),
                control: { showSearch: { optionFilterProp: 'label' }, notFoundContent: t('calls.assign.none') },
                options: people.map(({ personId, name, calls }) => ({
                  value: personId,
                  label:
                    calls === callIds.length
                      ? text(name)
                      : t('calls.assign.some', { name: text(name), count: calls, of: callIds.length }),
                })),
                below: <AwayNote personId={assignment.personId} />,
              },
            ]}
          />
        )}
      </WhenRead>
      <FormPart
        {...part}
        fields={[
          { of: 'reason', label: t('calls.assign.why'), words: (one) => t(`calls.assign.reason.${one}`) },
          { of: 'note', label: t('calls.assign.note') },
          { of: 'dueDays', label: t('calls.assign.days') },
        ]}
      />
    </>
  );
}
