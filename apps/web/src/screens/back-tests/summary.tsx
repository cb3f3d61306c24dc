import type { BackTest, FiledOutcome } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Points } from './points.js';
import { OutcomeGlyph } from '../../components/marks.js';
import { Why } from '../../components/why.js';
import { isOpen } from '../../data/runs.js';
import { useFormat } from '../../format/use-format.js';
import { firstResults } from './score-again.rules.js';

/** “Back-test 1,000 calls: 31 flip (v)->(x), 4 (x)->(v)”, and how far people agree with it. */
export function Summary({ test }: { test: BackTest }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const agreed = useAgreementWords(test.agreement);
  const { judged, withheld, flips, moves, agreement, run, points, items } = test;
  // Of a run that has judged nothing yet there is nothing to say.
  if (isOpen(run) && judged === 0) return null;
  const first = firstResults(items);
  const allNew = items.length > 0 && first.length === items.length;
  const turned = moves.filter(({ from, to }) => from !== to && from !== 'none');
  return (
    <div className="back-test-summary" role="status">
      <p>
        {t(run.kind === 'rescore' ? 'rescore.judged' : 'backTest.judged', { count: judged, legs: number(judged) })}
        {run.leftOut > 0 && ` ${t('backTest.leftOut', { count: run.leftOut })}`}
        {withheld > 0 && ` ${t('backTest.withheld', { count: withheld })}`}{' '}
        {!allNew && (flips === 0 ? t('backTest.noFlips') : t('backTest.flips', { count: flips }))}{' '}
        <Why of="backTest" name={t('backTest.title')} />
      </p>
      <ul className="moves flex wraps gap-4">
        {turned.map(({ from, to, legs }) => (
          <li key={`${from} ${to}`}>
            <b>{number(legs)}</b> <Outcome outcome={from} /> → <Outcome outcome={to} />
          </li>
        ))}
      </ul>
      <FirstResults items={items} />
      <Points points={points} />
      <p>
        {agreed} {agreement && <Why of="backTestAgreement" name={t('backTest.agreementName')} />}
      </p>
    </div>
  );
}

/** What new items make of the calls: nothing of them is on file, so that nothing flips. */
export function FirstResults({ items }: Pick<BackTest, 'items'>) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const first = firstResults(items);
  if (first.length === 0) return null;
  return (
    <ul className="first-results">
      {first.map(({ title, legs, not_met, not_applicable, ...of }) => (
        <li key={of.itemId}>
          <b>{text(title)}</b>{' '}
          {t('backTest.firstResults', { count: legs, ...of, notMet: not_met, notApplicable: not_applicable })}
        </li>
      ))}
    </ul>
  );
}

export function Outcome({ outcome }: { outcome: FiledOutcome }) {
  const { t } = useTranslation();
  if (outcome === 'none') return <>{t('backTest.notOnFile')}</>;
  return (
    <span className={`outcome ${outcome}`}>
      <OutcomeGlyph outcome={outcome} size={14} /> {t(`outcome.${outcome}`)}
    </span>
  );
}

/** Kappa with its interval and number, or why there is none. */
export function useAgreementWords(agreement: BackTest['agreement']): string {
  const { t } = useTranslation();
  if (!agreement) return t('backTest.noAgreement');
  const two = (value: number) => value.toFixed(2);
  const { kappa, low, high, n, abstained } = agreement;
  const said = t('backTest.agreement', { kappa: two(kappa), low: two(low), high: two(high), count: n });
  return abstained > 0 ? `${said} ${t('backTest.abstained', { count: abstained })}` : said;
}
