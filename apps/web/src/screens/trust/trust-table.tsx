import type { AgreementPart, ItemTrustRow } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, Dash, DataTable } from '../../components/data-table.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  rows: readonly ItemTrustRow[];
  least: number;
  open: (row: ItemTrustRow, part: AgreementPart) => void;
  /** null for people who set no targets. */
  setTarget: ((row: ItemTrustRow) => void) | null;
}

/** A row for each item, language and engine. Each number opens its calls for those who may see them. */
export function TrustTable({ rows, least, open, setTarget }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const opens = useMay('calibrations.manage');
  const drilled = (row: ItemTrustRow, part: AgreementPart, words: string) =>
    opens && row.people ? (
      <button type="button" className="plain link" onClick={() => open(row, part)}>
        {words}
      </button>
    ) : (
      words
    );
  const columns: Column<ItemTrustRow>[] = [
    {
      name: t('trust.item'),
      cell: ({ title, itemId, checklist, language, engine }) => (
        <div>
          {format.text(title)}
          <small>
            {format.text(checklist.title)} · {itemId}
          </small>
          <small>
            {t(`calls.spoken.${language}`)} · {engine ?? t('trust.anyEngine')}
          </small>
        </div>
      ),
      by: ({ title }) => format.text(title),
    },
    {
      name: t('trust.state'),
      cell: ({ state, counts, kappa, target }) => (
        <div>
          <b className={`trust-state ${counts === 'none' ? 'not_yet' : state}`}>{t(`trust.states.${state}`)}</b>
          {counts !== 'all' && <small>{t(`trust.counts.${counts}`)}</small>}
          {state === 'trusted' && kappa && kappa.low < target && <small>{t('trust.onFew')}</small>}
        </div>
      ),
    },
    {
      name: t('trust.kappa'),
      why: 'trustKappa',
      cell: (row) => (
        <div>
          {row.kappa ? kappaWords(row.kappa) : row.from !== 'none' || row.own ? t('trust.undefined') : '–'}
          <KappaBar kappa={row.kappa} target={row.target} />
          <small>{t('trust.target', { target: row.target.toFixed(2) })}</small>
        </div>
      ),
      by: ({ kappa }) => kappa?.kappa ?? 2,
    },
    {
      name: t('trust.basis'),
      why: 'trustBasis',
      cell: (row) => (
        <div>
          {drilled(
            row,
            row.from === 'people' ? 'judged' : 'all',
            t(`trust.from.${row.from}`, { n: format.number(row.n) }),
          )}
          {row.people && row.from !== 'people' && (
            <small>{t('trust.fewPeople', { n: format.number(row.people.judged), least })}</small>
          )}
        </div>
      ),
    },
    {
      name: t('trust.accused'),
      why: 'trustAccused',
      named: true,
      cell: (row) => <Accused row={row} drilled={drilled} />,
      quiet: ({ people, own }) => !people?.accusedRight && !own,
    },
    {
      name: t('trust.abstained'),
      why: 'trustAbstained',
      number: true,
      cell: (row) => {
        const [n, of] = row.people
          ? [row.people.abstained, row.people.n]
          : [row.own?.asked ?? 0, row.own?.conversations ?? 0];
        return of === 0 ? (
          <Dash />
        ) : (
          drilled(row, 'abstained', t('trust.abstainedOf', { n: format.number(n), of: format.number(of) }))
        );
      },
      quiet: ({ people, own }) => !people && !own,
    },
    ...(setTarget
      ? [
          {
            name: { unseen: t('trust.settings.own') },
            cell: (row: ItemTrustRow) => (
              <Button size="small" onClick={() => setTarget(row)}>
                {t('trust.settings.own')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const kappaWords = ({ kappa, low, high }: NonNullable<ItemTrustRow['kappa']>) =>
    t('trust.kappaOf', { kappa: kappa.toFixed(2), low: low.toFixed(2), high: high.toFixed(2) });
  return (
    <div className="trust-scroll scrolls-x">
      <DataTable
        columns={columns}
        rows={rows}
        keyOf={({ checklist, itemId, language, engine }) => [checklist.id, itemId, language, engine].join(' ')}
      />
    </div>
  );
}

interface AccusedProps {
  row: ItemTrustRow;
  drilled: (row: ItemTrustRow, part: AgreementPart, words: string) => React.ReactNode;
}

/** How many accusations people share; the wrong ones open. */
function Accused({ row, drilled }: AccusedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = row.people?.accusedRight;
  if (rate) {
    const words = { n: format.number(rate.n), of: format.number(rate.of) };
    const spread = { low: format.percent(rate.low), high: format.percent(rate.high) };
    return drilled(row, rate.n < rate.of ? 'accused_wrong' : 'accused', t('trust.accusedOf', { ...words, ...spread }));
  }
  const own = row.people ? null : row.own?.notMet;
  if (!own || own.said === 0) return <Dash />;
  return t('trust.abstainedOf', { n: format.number(own.right), of: format.number(own.said) });
}

/** From 0 to 1; what is below 0 is drawn at 0. */
const at = (value: number): string => `${Math.round(Math.min(1, Math.max(0, value)) * 100)}%`;

/** The interval, the value in it, and the target: what the words beside it say, so that readers are not read it twice. */
function KappaBar({ kappa, target }: Pick<ItemTrustRow, 'kappa' | 'target'>) {
  return (
    <span className="kappa-bar block ruled-below around-2 relative" aria-hidden>
      {kappa && (
        <>
          <i className="kappa-spread" style={{ left: at(kappa.low), right: `calc(100% - ${at(kappa.high)})` }} />
          <i className="kappa-value" style={{ left: at(kappa.kappa) }} />
        </>
      )}
      <i className="kappa-target" style={{ left: at(target) }} />
    </span>
  );
}
