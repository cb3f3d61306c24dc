import type { ItemTrustRow } from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useChangeQualitySettings, useQualitySettings } from '../../data/disputes.js';
import { useFormat } from '../../format/use-format.js';
import { KappaField } from './kappa-field.js';

const targetSchema = z.object({ target: z.number().nullable() });

/** What one item has to reach, where that is not the company's target. */
export function TargetDialog({ row, onClose }: { row: ItemTrustRow; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQualitySettings();
  const change = useChangeQualitySettings();
  const kept = data?.settings.trust.items[row.itemId] ?? null;
  return (
    <FormDialog
      key={String(data === undefined)}
      title={t('trust.settings.ownTitle', { item: format.text(row.title) })}
      okText={t('trust.settings.save')}
      body={targetSchema}
      start={{ target: kept }}
      fields={[
        <p className="admin-hint">
          {t(data?.maySet === false ? 'trust.settings.companyOnly' : 'trust.settings.intro')}
        </p>,
        { of: 'target', label: t('trust.settings.ownField'), draw: (control) => <KappaField {...control} /> },
      ]}
      disabled={({ target }) => !data?.maySet || target === kept}
      send={async ({ target }) => {
        if (!data) return;
        const { [row.itemId]: _, ...others } = data.settings.trust.items;
        const items = target === null ? others : { ...others, [row.itemId]: target };
        const settings = { ...data.settings, trust: { ...data.settings.trust, items } };
        await change.mutateAsync({ version: data.version, settings });
      }}
      onClose={onClose}
    />
  );
}
