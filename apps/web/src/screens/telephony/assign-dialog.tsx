import { newExtensionSchema } from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import { useAssignExtension } from '../../data/company.js';

/** Puts one person at an extension, in the site's time. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const assign = useAssignExtension();
  return (
    <FormDialog
      title={t('telephony.assign')}
      okText={t('admin.save')}
      body={newExtensionSchema}
      fields={[
        { of: 'extension', label: t('telephony.extension') },
        { of: 'staffNumber', label: t('telephony.staffNumber') },
        { of: 'from', label: t('telephony.from') },
        { of: 'to', label: t('telephony.to') },
        <small>{t('telephony.assignHint')}</small>,
      ]}
      send={assign.mutateAsync}
      onClose={onClose}
      width={440}
    />
  );
}
