import { type TickedAct } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useSwapTicked, useTakeBackTicked } from '../../data/ticked-calls.js';

interface Props {
  act: TickedAct;
  callIds: readonly string[];
  onDone?: () => void;
}

/** Takes an act back that can be: sides are swapped once more, and calls that were set aside wait again. */
export function UndoTicked({ act, callIds, onDone }: Props) {
  const { t } = useTranslation();
  const [swap, back] = [useSwapTicked(), useTakeBackTicked()];
  if ((act !== 'swap' && act !== 'set_aside') || callIds.length === 0) return null;
  const undo = act === 'swap' ? swap : back;
  return undo.isSuccess ? (
    <span role="status">{t('calls.ticked.undone')}</span>
  ) : (
    <button type="button" className="plain link" onClick={() => undo.mutate(callIds, { onSuccess: () => onDone?.() })}>
      {t('review.undo')}
    </button>
  );
}
