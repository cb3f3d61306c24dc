import type { CustomerCall } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Failed } from '../../../components/failure-note.js';
import { useCustomerCalls } from '../../../data/calls.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import './legs.css';

/** The same customer's calls, newest first: what became of each, who spoke, how promises stand, whether one that reached no one was made good. */
export function CustomerHistory() {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const found = useCustomerCalls(call.callId);
  if (!found.data && !found.error) return null;
  const { known, items, more } = found.data ?? { known: true, items: [], more: false };
  return (
    <section>
      <h2>{t('legs.history.title')}</h2>
      <Failed of={found} />
      {!known && <p className="facts-quiet">{t(call.customer ? 'legs.history.masked' : 'legs.history.unknown')}</p>}
      {known && found.data && items.length < 2 && <p className="facts-quiet">{t('legs.history.none')}</p>}
      {items.length > 1 && (
        <ol className="dated customer-calls">
          {items.map((one) => (
            <One key={one.callId} one={one} />
          ))}
        </ol>
      )}
      {more && <p className="facts-quiet">{t('legs.history.more')}</p>}
    </section>
  );
}

function One({ one }: { one: CustomerCall }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { callId, startedAt, direction, became, agents, queues, promises, reachedBy, here } = one;
  const who = agents.length > 0 ? agents.map((name) => format.text(name)) : queues;
  const words = [
    ...(direction ? [t(`call.direction.${direction}`)] : []),
    ...who,
    ...(became === 'unknown' ? [] : [t(`legs.became.${became}`)]),
    ...promises.map(({ state }) => t('legs.history.promise', { state: t(`promises.state.${state}`) })),
  ];
  return (
    <li aria-current={here ? 'true' : undefined}>
      <span>
        {here ? <b>{t('legs.history.here')}</b> : <Link to={`/calls/${callId}`}>{format.dateTime(startedAt)}</Link>}
        <span className="ruled wraps">
          {words.map((word, at) => (
            <span key={at}>{word}</span>
          ))}
        </span>
        {reachedBy && (
          <Link to={`/calls/${reachedBy.callId}`}>
            {t(`legs.history.${reachedBy.direction === 'outbound' ? 'calledBack' : 'gotThrough'}`, {
              at: format.dateTime(reachedBy.startedAt),
            })}
          </Link>
        )}
      </span>
    </li>
  );
}
