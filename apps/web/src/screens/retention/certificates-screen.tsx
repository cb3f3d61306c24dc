import { certificatesRoutes, type CertificateRow } from '#contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable, type Column } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { useClear } from '../../components/use-clear.js';
import { addressOf } from '../../data/api.js';
import { useCertificates } from '../../data/retention.js';
import { useMay } from '../../data/session.js';
import { useFormat, useLanguage } from '../../format/use-format.js';
import { RetentionPage } from './retention-page.js';

/** The proof of what was destroyed, by number. */
export function CertificatesScreen() {
  const { t } = useTranslation();
  const list = useCertificates();
  const clear = useClear();
  const [text, setText] = useState('');
  const language = useLanguage();
  return (
    <RetentionPage>
      <WhenRead of={list}>
        {({ certificates }) => {
          if (certificates.length === 0) return <p className="note">{t('retention.certificate.empty')}</p>;
          const shown = certificates.filter(({ number }) => number.includes(text.trim().toUpperCase()));
          return (
            <>
              <div className="padded">
                <Input
                  aria-label={t('retention.certificate.find')}
                  placeholder={t('retention.certificate.find')}
                  allowClear={clear}
                  value={text}
                  onChange={({ target }) => setText(target.value)}
                  style={{ maxWidth: 240 }}
                />
                <Tooltip title={t('audit.exportNote')}>
                  <Button
                    className="beside"
                    icon={<DownloadOutlined aria-hidden />}
                    href={addressOf(certificatesRoutes.export, { query: { exportLanguage: language } })}
                    download="certificates.csv"
                  >
                    {t('audit.export')}
                  </Button>
                </Tooltip>
              </div>
              <CertificateTable rows={shown} empty={t('retention.certificate.emptyFiltered', { text })} />
            </>
          );
        }}
      </WhenRead>
    </RetentionPage>
  );
}

function CertificateTable(of: { rows: readonly CertificateRow[]; empty: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay('calls.read');
  const call: Column<CertificateRow> = {
    name: t('retention.certificate.column.call'),
    cell: ({ number, callId }) => (
      <Link to={`/calls/${callId}`} aria-label={`${t('legal.open')} ${number}`}>
        {t('legal.open')}
      </Link>
    ),
  };
  return (
    <DataTable
      {...of}
      keyOf={({ number }) => number}
      columns={[
        {
          name: t('retention.certificate.column.number'),
          cell: ({ number }) => <Link to={`/retention/certificates/${number}`}>{number}</Link>,
        },
        { name: t('retention.certificate.column.of'), cell: ({ of }) => t(`retention.certificate.of.${of}`) },
        {
          name: t('retention.certificate.column.reason'),
          cell: ({ reason }) => reason && t(`destroyed.${reason}`),
        },
        { name: t('retention.certificate.column.issued'), cell: ({ issuedAt }) => format.dateTime(issuedAt) },
        ...(mayRead ? [call] : []),
      ]}
    />
  );
}
