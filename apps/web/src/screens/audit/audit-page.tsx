import type { DeclaredRoute } from '#contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PartTabs } from '../../components/tabs.js';
import { AdminPage } from '../../components/admin-page.js';
import { addressOf } from '../../data/api.js';
import { useLanguage } from '../../format/use-format.js';
import './audit.css';

interface Props {
  title: string;
  /** What the part is saved as; `filters` of the screen go with it. */
  file: { route: DeclaredRoute; name: string; filters: object };
  tabs?: boolean;
  children: ReactNode;
}

/** A page for who audits: everything on it leaves as a file. */
export function AuditPage({ title, file, tabs, children }: Props) {
  const { t } = useTranslation();
  const exportLanguage = useLanguage();
  const head = tabs && (
    <PartTabs
      name={t('auditPage.parts')}
      parts={(['used', 'open', 'unusual', 'corrections'] as const).map((part) => ({
        to: `/access/${part}`,
        label: t(`audit.part.${part}`),
      }))}
    />
  );
  const acts = (
    <Tooltip title={t('audit.exportNote')}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        href={addressOf(file.route, { query: { ...file.filters, exportLanguage } })}
        download={`${file.name}.csv`}
      >
        {t('audit.export')}
      </Button>
    </Tooltip>
  );
  return (
    <AdminPage title={title} needs="journal.read" head={head} acts={acts}>
      {children}
    </AdminPage>
  );
}
