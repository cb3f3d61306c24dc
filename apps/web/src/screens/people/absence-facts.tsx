import type { AbsenceView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What is known of an absence. @param as which of the two reads it; null: another */
export function AbsenceFacts({ absence, as }: { absence: AbsenceView; as: 'person' | 'deputy' | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { person, deputy, firstOn, lastOn, works, state, inForce, needsConfirmation, confirmedBy, reason } = absence;
  return (
    <>
      {as !== 'person' && (
        <b>
          {as === 'deputy' ? t('absence.standsFor', { name: format.text(person.name) }) : format.text(person.name)}{' '}
        </b>
      )}
      {t('absence.days', { first: firstOn, last: lastOn })}
      {as !== 'deputy' && ` · ${t('absence.by', { name: format.text(deputy.name) })}`}
      <small className="absence-facts block soft above-1">
        {works.map((work) => t(`absence.work.${work}`)).join(' · ')}
        <br />
        {as === 'deputy' && state === 'asked'
          ? t('absence.waitsForYou')
          : t(inForce ? 'absence.now' : `absence.state.${state}`)}
        {confirmedBy && ` · ${t('absence.confirmedBy', { name: format.text(confirmedBy.name) })}`}
        {reason && (
          <>
            {' · '}
            <q>{reason}</q>
          </>
        )}
        {needsConfirmation && !confirmedBy && (
          <>
            <br />
            {t('absence.needsConfirmation')}
          </>
        )}
      </small>
    </>
  );
}
