import type { BackTest } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Why } from '../../components/why.js';
import { useFormat } from '../../format/use-format.js';

type Changes = BackTest['points'];

/** How the points of calls would change: a change of weights flips no result, and moves these. */
export function Points({ points }: { points: Changes }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { compared, up, down, appears, goes, before, after, largest } = points;
  if (compared === 0) return null;
  const share = (value: number) => format.percent(value, 1);
  return (
    <div className="back-test-points">
      <p>
        {up + down === 0
          ? t('backTest.pointsSame', { count: compared })
          : t('backTest.points', { count: compared, up, down })}{' '}
        {before !== null && after !== null && t('backTest.pointsMean', { before: share(before), after: share(after) })}{' '}
        {appears > 0 && t('backTest.pointsAppear', { count: appears })}{' '}
        {goes > 0 && t('backTest.pointsGo', { count: goes })}{' '}
        <Why of="backTestPoints" name={t('backTest.pointsName')} />
      </p>
      {largest.length > 0 && (
        <>
          <h3>{t('backTest.pointsLargest')}</h3>
          <ul className="moves flex wraps gap-4">
            {largest.map((one) => (
              <li key={`${one.callId} ${one.leg}`}>
                <Link to={`/calls/${one.callId}?leg=${one.leg}`}>{format.dateTime(one.startedAt)}</Link>{' '}
                {format.text(one.agent.name)}{' '}
                <b>
                  {t('backTest.pointsRow', { from: said(one.from, format.number), to: said(one.to, format.number) })}
                </b>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const said = (total: Changes['largest'][number]['from'], number: (value: number) => string): string =>
  total ? `${number(total.points)}/${number(total.maxPoints)}` : '–';
