import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct, useMyAbsences } from '../../data/absences.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** For whom this person deputises now. What waits there is shown once they act in that place. */
export function StandInPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { acting } = useMe();
  const act = useAct();
  const standsIn = (useMyAbsences().data?.standsIn ?? []).filter(({ inForce }) => inForce);
  if (acting || standsIn.length === 0) return null;
  return (
    <section className="home-panel" aria-labelledby="stand-in">
      <header>
        <h2 id="stand-in">{t('acting.standsIn')}</h2>
      </header>
      <ul className="home-rows">
        {standsIn.map(({ absenceId, person, lastOn }) => (
          <li key={absenceId}>
            {t('acting.standsFor', { name: format.text(person.name), last: lastOn })}{' '}
            <Button size="small" loading={act.isPending} onClick={() => act.mutate(absenceId)}>
              {t('acting.act')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
