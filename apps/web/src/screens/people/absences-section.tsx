import type { AbsenceView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { useProved } from '../../components/step-up.js';
import { useAbsences, useConfirmAbsence, useEndAbsence } from '../../data/absences.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AbsenceFacts } from './absence-facts.js';

/** Absences of the people in reach. @param waiting only those that wait to be confirmed */
export function AbsencesSection({ waiting }: { waiting: boolean }) {
  const { t } = useTranslation();
  const { data } = useAbsences(useMay('roles.approve'));
  const items = (data?.items ?? []).filter(({ mayConfirm }) => !waiting || mayConfirm);
  if (items.length === 0) return null;
  return (
    <section className="admin-section" aria-labelledby="absences">
      <h2 id="absences">{t('absence.listTitle')}</h2>
      <ul className="account-list">
        {items.map((one) => (
          <Line key={one.absenceId} absence={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ absence }: { absence: AbsenceView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const confirm = useProved(useConfirmAbsence());
  const end = useProved(useEndAbsence());
  const manages = useMay('people.manage');
  const { absenceId, person, deputy, mayConfirm, mayEnd } = absence;
  return (
    <li>
      <div className="absence-line">
        <AbsenceFacts absence={absence} as={null} />
        {confirm.said}
        {end.said}
      </div>
      <Acts>
        {mayConfirm && (
          <AskFirst
            type="primary"
            ask={t('absence.confirmAsk', { deputy: format.text(deputy.name), person: format.text(person.name) })}
            loading={confirm.isPending}
            onYes={() => void confirm.send(absenceId)}
          >
            {t('absence.confirm')}
          </AskFirst>
        )}
        {mayEnd && manages && (
          <AskFirst
            ask={t('absence.endAsk')}
            loading={end.isPending}
            onYes={() => void end.send({ absenceId, own: false })}
          >
            {t('absence.end')}
          </AskFirst>
        )}
      </Acts>
    </li>
  );
}
