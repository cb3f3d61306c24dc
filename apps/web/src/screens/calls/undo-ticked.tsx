import { tickedCallsRoutes, type TickedAct } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../data/api.js';
import { newActId, useInPieces } from '../../data/ticked-calls.js';

interface Props {
  act: TickedAct;
  callIds: readonly string[];
  onDone?: () => void;
}

/** Takes an act back that can be: sides are swapped once more, and calls that were set aside wait again. */
export function UndoTicked({ act, callIds, onDone }: Props) {
  const { t } = useTranslation();
  const [actId] = useState(newActId);
  const [so, setSo] = useState<'done' | 'under way' | null>(null);
  const pieces = useInPieces();
  if ((act !== 'swap' && act !== 'set_aside') || callIds.length === 0) return null;
  const undo = () => {
    setSo('under way');
    const sent = pieces.send(callIds, (piece) =>
      act === 'swap'
        ? send(tickedCallsRoutes.swap, { body: { callIds: piece, actId } })
        : send(tickedCallsRoutes.takeBack, { body: { callIds: piece } }),
    );
    sent.then(
      () => {
        setSo('done');
        onDone?.();
      },
      () => setSo(null),
    );
  };
  return so === 'done' ? (
    <span role="status">{t('calls.ticked.undone')}</span>
  ) : (
    <button type="button" className="plain link" disabled={so !== null} onClick={undo}>
      {t('review.undo')}
    </button>
  );
}
