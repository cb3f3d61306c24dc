import type { AbsenceView, DeputyPendingCounts } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../components/failure-note.js';
import { useAct, useMyAbsences } from '../../data/absences.js';
import { useWaitsThere } from '../../data/home.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

/** Where each kind of work is done. */
const DONE_AT = {
  requests: ['/legal/requests', 'home.waiting.requests'],
  disputes: ['/disputes', 'home.waiting.disputes.waiting'],
  judge: ['/review', 'home.waiting.judge'],
  promises: ['/promises', 'home.waiting.promises'],
  coaching: ['/coaching?show=todo', 'acting.coaching'],
  publications: ['/checklists', 'home.waiting.publications'],
} as const satisfies Record<keyof DeputyPendingCounts, readonly [string, string]>;

/** For whom this person deputises now, and how much waits there. It is shown once they act in that place. */
export function StandInPanel() {
  const { t } = useTranslation();
  const { acting } = useMe();
  const standsIn = (useMyAbsences().data?.standsIn ?? []).filter(({ inForce }) => inForce);
  if (acting || standsIn.length === 0) return null;
  return (
    <section className="home-panel admin-section dense" aria-labelledby="stand-in">
      <header>
        <h2 id="stand-in">{t('acting.standsIn')}</h2>
      </header>
      {standsIn.map((one) => (
        <There key={one.absenceId} absence={one} />
      ))}
    </section>
  );
}

function There({ absence: { absenceId, person, lastOn } }: { absence: AbsenceView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const act = useAct();
  const { data } = useWaitsThere(absenceId);
  const kinds = (Object.keys(DONE_AT) as (keyof DeputyPendingCounts)[]).filter((kind) => data && data[kind] !== null);
  return (
    <div className="home-there">
      <p className="row below-2">
        {t('acting.standsFor', { name: format.text(person.name), last: lastOn })}
        <Button size="small" loading={act.isPending} onClick={() => act.mutate(absenceId)}>
          {t('acting.act')}
        </Button>
      </p>
      <Failed of={act} />
      <ul className="home-counts grid gap-2">
        {kinds.map((kind) => (
          <Waits key={kind} absenceId={absenceId} kind={kind} count={data?.[kind] ?? 0} />
        ))}
      </ul>
    </div>
  );
}

/** One kind of work, and the way to it: in that place. */
function Waits({ absenceId, kind, count }: { absenceId: string; kind: keyof DeputyPendingCounts; count: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [to, words] = DONE_AT[kind];
  const act = useAct(to);
  return (
    <li className={count === 0 ? 'quiet' : ''}>
      <Link
        to={to}
        onClick={(event) => {
          event.preventDefault();
          act.mutate(absenceId);
        }}
      >
        <b>{format.number(count)}</b>
        <span>{t(words)}</span>
      </Link>
    </li>
  );
}
