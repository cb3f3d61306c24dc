import type { AbsenceView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts, AskFirst } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { Failed } from '../../components/failure-note.js';
import { parts } from '../../components/opened/part.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { useAct, useAnswerAbsence, useEndAbsence, useMyAbsences } from '../../data/absences.js';
import { useMe } from '../../data/session.js';
import { AbsenceFacts } from '../people/absence-facts.js';

const { DoneDialog, NewAbsenceDialog } = parts(() => import('./dialogs.js'));

/** When one is away and who deputises, and for whom one deputises oneself. */
export function AbsenceSection() {
  const { t } = useTranslation();
  const mine = useMyAbsences();
  const { personId } = useMe();
  const [making, setMaking] = useState(false);
  return (
    <section className="admin-section" aria-labelledby="absence">
      <h2 id="absence">{t('absence.title')}</h2>
      <p className="admin-hint">{t('absence.about')}</p>
      <WhenRead of={mine}>
        {({ works, away, standsIn }) => (
          <>
            <p className="admin-hint">{t(works.length === 0 ? 'absence.nothing' : 'absence.notDelegable')}</p>
            <ul className="account-list" hidden={away.length + standsIn.length === 0}>
              {[...standsIn, ...away].map((one) => (
                <Line key={one.absenceId} absence={one} isDeputy={one.deputy.personId === personId} />
              ))}
            </ul>
            {works.length > 0 && (
              <Acts>
                <Button onClick={() => setMaking(true)}>{t('absence.new')}</Button>
              </Acts>
            )}
            {making && <NewAbsenceDialog works={works} onClose={() => setMaking(false)} />}
          </>
        )}
      </WhenRead>
    </section>
  );
}

function Line({ absence, isDeputy }: { absence: AbsenceView; isDeputy: boolean }) {
  const { t } = useTranslation();
  const answer = useAnswerAbsence();
  const end = useEndAbsence();
  const act = useAct();
  const { acting } = useMe();
  const [open, setOpen] = useState<'decline' | 'done' | null>(null);
  const { absenceId, state, inForce, mayEnd } = absence;
  return (
    <li>
      <div className="absence-line">
        <AbsenceFacts absence={absence} as={isDeputy ? 'deputy' : 'person'} />
        <Failed of={answer} />
        <Failed of={end} />
        <Failed of={act} />
      </div>
      <Acts>
        {isDeputy && state === 'asked' && (
          <>
            <Button
              type="primary"
              size="small"
              loading={answer.isPending}
              onClick={() => answer.mutate({ absenceId, accept: true, reason: null })}
            >
              {t('absence.accept')}
            </Button>
            <Button size="small" onClick={() => setOpen('decline')}>
              {t('absence.decline')}
            </Button>
          </>
        )}
        {isDeputy && inForce && acting?.absenceId !== absenceId && (
          <Button size="small" loading={act.isPending} onClick={() => act.mutate(absenceId)}>
            {t('acting.act')}
          </Button>
        )}
        {!isDeputy && state !== 'asked' && state !== 'declined' && (
          <Button size="small" onClick={() => setOpen('done')}>
            {t('absence.done')}
          </Button>
        )}
        {mayEnd && !(isDeputy && state === 'asked') && (
          <AskFirst
            ask={t('absence.endAsk')}
            loading={end.isPending}
            onYes={() => end.mutate({ absenceId, own: true })}
          >
            {t('absence.end')}
          </AskFirst>
        )}
      </Acts>
      {open === 'done' && <DoneDialog absenceId={absenceId} onClose={() => setOpen(null)} />}
      {open === 'decline' && (
        <ReasonDialog
          title={t('absence.declineTitle')}
          label={t('absence.declineReason')}
          hint={t('absence.declineHint')}
          okText={t('absence.decline')}
          send={(reason) => answer.mutateAsync({ absenceId, accept: false, reason })}
          onClose={() => setOpen(null)}
        />
      )}
    </li>
  );
}
