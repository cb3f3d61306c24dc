import { callColumnSchema, callSortSchema } from '#contracts';
import { DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Menu } from '../../components/menu.js';
import { useRoom } from '../../components/use-media.js';
import { useListFilters, useListShape } from './list-filters.js';

/** In which order, with which headings, and which columns. */
export function ListShape() {
  const { t } = useTranslation();
  const { sort, sortBy, days, mayHaveDays, showDays } = useListShape();
  const phone = useRoom() === 'phone';
  const orders = callSortSchema.options.map((key) => ({
    key,
    label: t(`calls.sort.${key}`),
    chosen: key === sort,
    onClick: () => sortBy(key),
  }));
  return (
    <div className="list-places" role="group" aria-label={t('calls.sort.label')}>
      <Button size="small" type="text" aria-pressed={sort === 'worst'} onClick={() => sortBy('worst')}>
        {t('calls.sort.worstFirst')}
      </Button>
      <Menu items={orders}>
        <Button size="small" type="text" aria-haspopup="menu">
          {t('calls.sort.now', { order: t(`calls.sort.${sort}`) })}
          <DownOutlined aria-hidden />
        </Button>
      </Menu>
      {mayHaveDays && (
        <Button size="small" type="text" aria-pressed={days} onClick={() => showDays(!days)}>
          {t('calls.byDay')}
        </Button>
      )}
      {!phone && <ColumnChoice />}
    </div>
  );
}

function ColumnChoice() {
  const { t } = useTranslation();
  const { columns, show, held } = useListShape();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column gap-1" role="group" aria-label={t('calls.columns.choose')}>
          {callColumnSchema.options.map((column) => (
            <Checkbox
              key={column}
              checked={columns.includes(column)}
              disabled={held.includes(column)}
              onChange={({ target }) =>
                show(target.checked ? [...columns, column] : columns.filter((other) => other !== column))
              }
            >
              {t(`calls.columns.${column}`)}
            </Checkbox>
          ))}
        </div>
      }
    >
      <Button size="small" type="text">
        {t('calls.columns.title')}
        <DownOutlined aria-hidden />
      </Button>
    </Popover>
  );
}

const ONE_CLICK = ['today', 'yesterday', 'this_week'] as const;

/** The periods that a day's work asks for; pressed again, all days. */
export function Periods() {
  const { t } = useTranslation();
  const { filters, change } = useListFilters();
  return (
    <div className="list-places" role="group" aria-label={t('calls.filter.spans')}>
      {ONE_CLICK.map((period) => {
        const on = filters.period === period;
        return (
          <Button
            key={period}
            size="small"
            type="text"
            aria-pressed={on}
            onClick={() => change({ period: on ? undefined : period, from: undefined, to: undefined })}
          >
            {t(`calls.period.${period}`)}
          </Button>
        );
      })}
    </div>
  );
}
