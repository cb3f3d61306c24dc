import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.js';
import { useFormat } from '../format/use-format.js';

const DAY_MS = 24 * 3_600_000;

/** Marks what one person decided twice, in a small house; nothing where two people did. */
export function ByOnePerson({ when }: { when: boolean }) {
  const { t } = useTranslation();
  return when ? <small className="by-one-person">{t('smallHouse.byOne')}</small> : null;
}

/** Whether the person who decided first may decide second by now: only in a small house, a day after. */
export function useMayAgain(first: string | undefined): boolean {
  const { smallHouse } = useMe();
  return smallHouse && first !== undefined && Date.parse(first) + DAY_MS <= Date.now();
}

/** Of what the asker proposed: from when they may decide it themselves. Nothing outside a small house. */
export function AgainFrom({ first }: { first: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { smallHouse } = useMe();
  const may = useMayAgain(first);
  if (!smallHouse) return null;
  const at = format.dateTime(new Date(Date.parse(first) + DAY_MS).toISOString());
  return <p className="admin-hint">{may ? t('smallHouse.again') : t('smallHouse.againFrom', { at })}</p>;
}
