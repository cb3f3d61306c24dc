import type { ItemTrustRow } from '#contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import { KappaField } from './kappa-field.js';

/** What one item has to reach, where that is not the company's target. */
export function TargetDialog({ row, onClose }: { row: ItemTrustRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQualitySettings();
  const change = useChangeQualitySettings();
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const kept = data?.settings.trust.items[row.itemId] ?? null;
  const value = typed === undefined ? kept : typed;
  const id = useId();
  return (
    <ActionDialog
      title={t('trust.settings.ownTitle', { item: format.text(row.title) })}
      okText={t('trust.settings.save')}
      disabled={!data?.maySet || value === kept}
      send={async () => {
        if (!data) return;
        const { [row.itemId]: _, ...others } = data.settings.trust.items;
        const items = value === null ? others : { ...others, [row.itemId]: value };
        const settings = { ...data.settings, trust: { ...data.settings.trust, items } };
        await change.mutateAsync({ version: data.version, settings });
      }}
      onClose={onClose}
    >
      <p className="admin-hint">{t(data?.maySet === false ? 'trust.settings.companyOnly' : 'trust.settings.intro')}</p>
      <Field label={t('trust.settings.ownField')} htmlFor={id}>
        <KappaField id={id} value={value} onChange={setTyped} />
      </Field>
    </ActionDialog>
  );
}
