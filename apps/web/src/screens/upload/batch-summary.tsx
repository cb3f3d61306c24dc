import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { brokeOff, isHere, sumUp } from './file-state.rules.js';
import { PauseNote } from './pause-note.js';
import type { Desk } from './upload-desk.js';

interface Props {
  desk: Desk;
  onRetryFailed: () => void;
  onCancel: () => void;
  onClear: () => void;
  onSaveResults: () => void;
}

/** `38 scored, 2 not recorded, 3 refused`, and what can be done with the batch as a whole. */
export function BatchSummary({ desk, onRetryFailed, onCancel, onClear, onSaveResults }: Props) {
  const { t } = useTranslation();
  const states = desk.files.map(({ state }) => state);
  const onTheWay = states.some(isHere);
  const failed = states.filter(brokeOff).length;
  const sum = sumUp(states).map(({ group, count }) => t(`tray.sum.${group}`, { count }));
  return (
    <div className="batch-summary">
      <p role="status">{sum.join(t('tray.sumAnd'))}</p>
      <span className="spring" />
      {failed > 0 && <Button onClick={onRetryFailed}>{t('upload.retryFailed', { count: failed })}</Button>}
      {onTheWay && <Button onClick={onCancel}>{t('tray.cancelAll')}</Button>}
      <Button onClick={onSaveResults}>{t('upload.results')}</Button>
      {!onTheWay && <Button onClick={onClear}>{t('upload.clear')}</Button>}
      <PauseNote desk={desk} />
      {onTheWay && <small>{t('tray.cancelLeaves')}</small>}
    </div>
  );
}
