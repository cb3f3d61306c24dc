import type { DrawnToReview } from '#contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field, WhenRead } from '../../components/admin-page.js';
import { AwayNote } from '../../components/away-note.js';
import { Select } from '../../components/opened/select.js';
import { useHandOnDrawn, usePossibleReviewers } from '../../data/drawn-reviews.js';
import { useFormat } from '../../format/use-format.js';

/** Hands a drawn call on to a colleague who may review it. */
export function HandOnDialog({ of, onClose }: { of: DrawnToReview; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const people = usePossibleReviewers(of.assignmentId);
  const handOn = useHandOnDrawn(of.assignmentId);
  const [personId, setPersonId] = useState<string | null>(null);
  return (
    <ActionDialog
      title={t('drawn.handOnTitle')}
      okText={t('drawn.handOn')}
      disabled={personId === null}
      send={async () => {
        if (personId !== null) await handOn.mutateAsync(personId);
      }}
      onClose={onClose}
    >
      <WhenRead of={people}>
        {(read) => (
          <Field label={t('drawn.colleague')} htmlFor={id} hint={t('drawn.colleagueHint')}>
            <Select
              id={id}
              value={personId}
              placeholder={t('sampling.draw.choose')}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(to) => setPersonId(to)}
              options={read.people.map((one) => ({ value: one.personId, label: format.text(one.name) }))}
            />
            <AwayNote personId={personId} />
          </Field>
        )}
      </WhenRead>
    </ActionDialog>
  );
}
