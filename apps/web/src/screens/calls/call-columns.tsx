import type { CallColumn } from '#contracts';
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { ariaSort, SORTS_OF, sortPressed } from './list-shape.rules.js';
import { useListShape } from './list-filters.js';
import { useTicks } from './use-ticks.js';
import type { Figure } from '../../components/opened/guides.js';
import { Why } from '../../components/why.js';

/** The names of the columns; pressing one puts the list in its order. */
export function CallColumns({ rows }: { rows: readonly string[] }) {
  const { t } = useTranslation();
  const ticks = useTicks();
  const { sort, columns, sortBy } = useListShape();
  return (
    <div className="call-columns label rigid soft" role="row">
      {ticks && (
        <span role="columnheader" className="col-tick">
          <Checkbox
            aria-label={t('calls.ticked.all')}
            checked={rows.length > 0 && rows.every((id) => ticks.ticked.has(id))}
            indeterminate={ticks.ticked.size > 0 && !rows.every((id) => ticks.ticked.has(id))}
            onChange={() => ticks.toggleAll(rows)}
          />
        </span>
      )}
      {(['time', ...columns] as const).map((column) => (
        <span key={column} role="columnheader" className={`col-${column}`} aria-sort={ariaSort(column, sort)}>
          <ColumnName column={column} onPress={() => sortBy(sortPressed(column, sort))} />
          <WhyColumn column={column} />
        </span>
      ))}
    </div>
  );
}

function WhyColumn({ column }: { column: CallColumn | 'time' }) {
  const { t } = useTranslation();
  const of = WHY[column];
  return of && <Why of={of} name={t(`calls.columns.${column}`)} />;
}

const WHY: Partial<Record<CallColumn | 'time', Figure>> = {
  ring: 'ringing',
  silence: 'measures',
  outcomes: 'outcomes',
  points: 'listPoints',
};

function ColumnName({ column, onPress }: { column: CallColumn | 'time'; onPress: () => void }) {
  const { t } = useTranslation();
  const { sort } = useListShape();
  const name = t(`calls.columns.${column}`);
  if (!SORTS_OF[column]) return name;
  const sorted = ariaSort(column, sort);
  return (
    <button type="button" className="plain sorts" onClick={onPress} title={t('calls.sort.by')}>
      {name}
      {sorted === 'ascending' && <CaretUpOutlined aria-hidden />}
      {sorted === 'descending' && <CaretDownOutlined aria-hidden />}
    </button>
  );
}

/** The widths of the columns that are shown, as the style sheet has them. */
export const columnWidths = (columns: readonly CallColumn[]): string =>
  ['time', ...columns].map((column) => `var(--w-${column})`).join(' ');
