import {
  FEWEST_TO_ALARM,
  GAP_WORDS,
  gapKindSchema,
  shareBelow,
  type CompletenessBoard,
  type CompletenessRow,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../components/data-table.js';
import { useFormat } from '../../format/use-format.js';

interface Props {
  board: CompletenessBoard;
  /** Shows the gaps of a row below. */
  onChoose: (source: string, teamId: string | null) => void;
}

/** Talks by source and team, how far they have come, and of how many nothing is missing. */
export function CompletenessTable({ board: { rows, settings }, onChoose }: Props) {
  const { t } = useTranslation();
  const columns = useColumns(settings.targetPercent, onChoose);
  return (
    <section className="admin-section">
      <p className="admin-hint">
        {settings.targetPercent === null
          ? t('completeness.noTarget')
          : t('completeness.target', { percent: settings.targetPercent, fewest: FEWEST_TO_ALARM })}
      </p>
      <DataTable
        caption={t('completeness.title')}
        columns={columns}
        rows={rows}
        empty={t('completeness.noCalls')}
        keyOf={({ source, team }) => `${source} ${team?.teamId ?? ''}`}
      />
    </section>
  );
}

function useColumns(targetPercent: number | null, onChoose: Props['onChoose']): Column<CompletenessRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const isBelow = ({ legs, withGap }: CompletenessRow) =>
    targetPercent !== null && legs >= FEWEST_TO_ALARM && (100 * (legs - withGap)) / legs < targetPercent;
  const teamOf = ({ team }: CompletenessRow) => (team ? format.text(team.name) : t('completeness.noTeam'));
  const count = (name: string, of: (row: CompletenessRow) => number): Column<CompletenessRow> => ({
    name,
    number: true,
    cell: (row) => format.number(of(row)),
    by: of,
  });
  return [
    { name: t('completeness.source'), cell: ({ source }) => source, by: ({ source }) => source },
    {
      name: t('completeness.team'),
      cell: (row) => (
        <button type="button" className="plain" onClick={() => onChoose(row.source, row.team?.teamId ?? null)}>
          {teamOf(row)}
        </button>
      ),
      by: teamOf,
    },
    count(t('completeness.legs'), ({ legs }) => legs),
    count(t('completeness.recorded'), ({ recorded }) => recorded),
    count(t('completeness.transcribed'), ({ transcribed }) => transcribed),
    count(t('completeness.scored'), ({ scored }) => scored),
    {
      name: t('completeness.share'),
      number: true,
      cell: (row) => (
        <>
          {t('completeness.of', { whole: row.legs - row.withGap, legs: row.legs })}{' '}
          <b>
            {t('completeness.percent', { percent: format.percent(shareBelow(row.legs - row.withGap, row.legs), 1) })}
          </b>
          {isBelow(row) && <small>{t('completeness.below')}</small>}
        </>
      ),
      mark: (row) => isBelow(row) && 'bad',
      by: ({ legs, withGap }) => (legs - withGap) / legs,
    },
    {
      name: t('completeness.gaps'),
      cell: ({ gaps }) => (
        <span className="flex wraps gap-4">
          {gapKindSchema.options.flatMap((kind) =>
            gaps[kind] === undefined
              ? []
              : [
                  <span key={kind}>
                    {t('completeness.kindCount', { kind: format.text(GAP_WORDS[kind]), count: gaps[kind] })}
                  </span>,
                ],
          )}
        </span>
      ),
      quiet: ({ withGap }) => withGap === 0,
    },
  ];
}
