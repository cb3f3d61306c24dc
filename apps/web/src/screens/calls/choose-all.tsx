import { callFindingRoutes, MOST_CHOSEN, type WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.js';
import { send } from '../../data/api.js';
import { asQuery, useCallCount } from '../../data/call-list.js';
import { useChange } from '../../data/queries.js';
import { useFormat } from '../../format/use-format.js';
import { useTicks } from './use-ticks.js';

/** Where rows are ticked and there are more: chooses all that the filters find, up to as many as can be answered together. */
export function ChooseAll({ filters }: { filters: WrittenFilters }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const ticks = useTicks();
  const { data } = useCallCount(filters);
  const choose = useChange(() => send(callFindingRoutes.chosen, { query: asQuery(filters) }));
  if (!ticks || !data || ticks.ticked.size >= Math.min(data.counted, MOST_CHOSEN)) return null;
  const all = data.exact && data.counted <= MOST_CHOSEN;
  return (
    <>
      <Button
        size="small"
        type="link"
        loading={choose.isPending}
        onClick={() => choose.mutate(undefined, { onSuccess: ({ callIds }) => ticks.choose(callIds) })}
      >
        {t(all ? 'calls.ticked.chooseAll' : 'calls.ticked.chooseNewest', {
          count: all ? data.counted : MOST_CHOSEN,
          number: number(all ? data.counted : MOST_CHOSEN),
        })}
      </Button>
      {choose.error && <FailureNote error={choose.error} />}
    </>
  );
}
