import { handOnSchema, type DrawnToReview } from '#contracts';
import { useTranslation } from 'react-i18next';
import { AwayNote } from '../../components/away-note.js';
import { FormDialog } from '../../components/dialogs.js';
import { Failed } from '../../components/failure-note.js';
import { useHandOnDrawn, usePossibleReviewers } from '../../data/reviews.js';
import { useFormat } from '../../format/use-format.js';

/** Hands a drawn call on to a colleague who may review it. */
export function HandOnDialog({ of: { assignmentId }, onClose }: { of: DrawnToReview; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = usePossibleReviewers(assignmentId);
  const handOn = useHandOnDrawn(assignmentId);
  return (
    <FormDialog
      title={t('drawn.handOnTitle')}
      okText={t('drawn.handOn')}
      body={handOnSchema}
      fields={({ personId }) => [
        <Failed of={people} />,
        {
          of: 'personId',
          as: 'choice',
          label: t('drawn.colleague'),
          hint: t('drawn.colleagueHint'),
          placeholder: t('sampling.draw.choose'),
          control: { showSearch: { optionFilterProp: 'label' }, loading: people.isPending },
          options: (people.data?.people ?? []).map((one) => ({ value: one.personId, label: format.text(one.name) })),
          below: <AwayNote personId={personId || null} />,
        },
      ]}
      send={(body) => handOn.mutateAsync(body.personId)}
      onClose={onClose}
    />
  );
}
