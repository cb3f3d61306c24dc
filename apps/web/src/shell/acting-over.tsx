import type { Me } from '#contracts';
import { useTranslation } from 'react-i18next';
import { GoOn, useEnded } from './acting-end.js';
import './acting-over.css';

/** In place of every page, once a page is opened after the end: which role a person has is not what keeps them out. */
export function ActingOver({ acting }: { acting: NonNullable<Me['acting']> }) {
  const { t } = useTranslation();
  const ended = useEnded(acting);
  return (
    <div className="acting-over" role="alert">
      <h1>{ended}</h1>
      <p>{t('acting.overHow')}</p>
      <GoOn primary />
    </div>
  );
}
