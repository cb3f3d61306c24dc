import { MOST_CHOSEN, MOST_TICKED, type TickedAct } from '#contracts';
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { part } from '../../components/opened/part.js';
import { useMay } from '../../data/session.js';
import { useTicks } from './use-ticks.js';

const TickedDialog = part(() => import('./ticked-dialog.js'));

/** What this account may do with several calls, in the order of the bar. */
export function useTickedActs(): TickedAct[] {
  const may: Record<TickedAct, boolean> = {
    assign: useMay('reviews.assign'),
    request: useMay('legal.request'),
    hold: useMay('holds.place'),
    export: useMay('calls.export'),
    retry: useMay('calls.retry'),
    swap: useMay('calls.correct'),
    side: useMay('calls.correct'),
    language: useMay('calls.correct'),
    set_aside: useMay('scorecards.judge'),
  };
  return (Object.keys(may) as TickedAct[]).filter((act) => may[act]);
}

/** Acts that name their calls in an address, or give them to one person. */
const OF_FEW: readonly TickedAct[] = ['assign', 'request', 'hold', 'export'];

interface Props {
  /** Of what the account may do, in this list. */
  only?: readonly TickedAct[];
  /** Chooses more than is loaded. */
  children?: ReactNode;
}

/** How many calls are ticked, and what can be done with them. */
export function TickedBar({ only, children }: Props) {
  const { t } = useTranslation();
  const ticks = useTicks();
  const acts = useTickedActs().filter((one) => only?.includes(one) ?? true);
  const [act, setAct] = useState<TickedAct | null>(null);
  if (!ticks || ticks.ticked.size === 0) return null;
  const { size } = ticks.ticked;
  return (
    <div
      className="ticked-bar row gap-2 dense ruled-above padded-thin"
      role="group"
      aria-label={t('calls.ticked.label')}
    >
      <b role="status">{t('calls.ticked.count', { count: size })}</b>
      {ticks.full && <small>{t('calls.ticked.full', { most: MOST_CHOSEN })}</small>}
      {children}
      {acts.map((one) => {
        const few = OF_FEW.includes(one) && size > MOST_TICKED;
        return (
          <Tooltip key={one} title={few && t('calls.ticked.full', { most: MOST_TICKED })}>
            <Button size="small" disabled={few} onClick={() => setAct(one)}>
              {t(`calls.ticked.act.${one}`)}
            </Button>
          </Tooltip>
        );
      })}
      <Button size="small" type="text" onClick={ticks.clear}>
        {t('calls.ticked.clear')}
      </Button>
      {act && <TickedDialog act={act} callIds={[...ticks.ticked]} onClose={() => setAct(null)} onDone={ticks.clear} />}
    </div>
  );
}
