import type { AgreementPart, ItemTrustRow, Language } from '#contracts';
import { Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Back } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { parts } from '../../components/opened/part.js';
import { useTrust } from '../../data/trust.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { TrustSettings } from './trust-settings.js';
import { TrustTable } from './trust-table.js';

const { CallsDialog, TargetDialog } = parts(() => import('./dialogs.js'));

/** Which items give points, by language and engine, and what that rests on. */
export function TrustScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const read = useTrust();
  const [language, setLanguage] = useState<Language | 'all'>('all');
  const [only, setOnly] = useState(false);
  const [opened, setOpened] = useState<{ row: ItemTrustRow; part: AgreementPart } | null>(null);
  const [target, setTarget] = useState<ItemTrustRow | null>(null);
  const sets = useMay('quality.settings');
  const head = (
    <>
      <Back to="/checklists">{t('trust.back')}</Back>
      <Segmented
        value={language}
        aria-label={t('trust.language')}
        onChange={setLanguage}
        options={[
          { value: 'all' as const, label: t('trust.all') },
          ...(['zh', 'en'] as const).map((value) => ({ value, label: t(`calls.spoken.${value}`) })),
        ]}
      />
    </>
  );
  return (
    <AdminPage title={t('trust.title')} needs="checklists.read" head={head}>
      <p className="note">{t('trust.intro')}</p>
      <p className="note">{t('trust.notHeard')}</p>
      <WhenRead of={read}>
        {({ items, since, settings }) => (
          <>
            <p className="note">
              <Checkbox checked={only} onChange={({ target: box }) => setOnly(box.checked)}>
                {t('trust.only')}
              </Checkbox>
              <small>{t('trust.since', { at: format.dateTime(since) })}</small>
            </p>
            <TrustTable
              rows={inOrder(items).filter(
                (one) => (language === 'all' || one.language === language) && (!only || one.counts !== 'all'),
              )}
              least={settings.leastReviews}
              open={(row, of) => setOpened({ row, part: of })}
              setTarget={sets ? setTarget : null}
            />
          </>
        )}
      </WhenRead>
      {sets && <TrustSettings />}
      {opened && <CallsDialog {...opened} onClose={() => setOpened(null)} />}
      {target && <TargetDialog row={target} onClose={() => setTarget(null)} />}
    </AdminPage>
  );
}

const PLACE = { none: 0, met: 1, all: 2 } as const;

/** What gives no points first, then what accuses no one; else as the checklists have them. */
const inOrder = (rows: readonly ItemTrustRow[]): ItemTrustRow[] =>
  rows.toSorted((a, b) => PLACE[a.counts] - PLACE[b.counts]);
