import { PlusOutlined } from '@ant-design/icons';
import { newLegalCaseSchema, type LegalCaseView } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.js';
import { FormDialog } from '../../components/dialogs.js';
import { WhenRead } from '../../components/admin-page.js';
import { AskFirst } from '../../components/acts.js';
import { Failed } from '../../components/failure-note.js';
import { useCloseCase, useLegalCases, useOpenCase } from '../../data/legal.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { LegalPage } from './legal-page.js';

/** The matters that requests, holds and packages are filed under. */
export function CasesScreen() {
  const { t } = useTranslation();
  const may = useMay('legal.cases');
  const cases = useLegalCases();
  const [adding, setAdding] = useState(false);
  const acts = may && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('legalRequest.case.add')}
    </Button>
  );
  return (
    <LegalPage acts={acts}>
      <WhenRead of={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="note">{t('legalRequest.case.none')}</p>
          ) : (
            <CaseTable cases={items} may={may} />
          )
        }
      </WhenRead>
      {adding && <CaseDialog onClose={() => setAdding(false)} />}
    </LegalPage>
  );
}

function CaseTable({ cases, may }: { cases: readonly LegalCaseView[]; may: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const close = useCloseCase();
  return (
    <>
      <Failed of={close} />
      <DataTable
        rows={cases}
        keyOf={({ caseId }) => caseId}
        past={({ state }) => state === 'closed'}
        columns={[
          { name: t('legalRequest.case.reference'), cell: ({ reference }) => reference },
          { name: t('legalRequest.case.title'), cell: ({ title }) => title },
          {
            name: t('legalRequest.case.openedBy'),
            cell: ({ openedBy, openedAt }) => (
              <>
                {format.text(openedBy.name)}
                <small>{format.dateTime(openedAt)}</small>
              </>
            ),
          },
          {
            name: t('legalRequest.case.state'),
            cell: ({ caseId, reference, state, closedAt }) => (
              <>
                {t(`legalRequest.case.${state}`)}
                {closedAt && <small>{format.dateTime(closedAt)}</small>}
                {may && state === 'open' && (
                  <AskFirst
                    ask={t('legalRequest.case.closeAsk')}
                    onYes={() => close.mutate(caseId)}
                    className="beside"
                    aria-label={`${t('legalRequest.case.close')} ${reference}`}
                  >
                    {t('legalRequest.case.close')}
                  </AskFirst>
                )}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

function CaseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const open = useOpenCase();
  return (
    <FormDialog
      title={t('legalRequest.case.dialog')}
      okText={t('legalRequest.case.add')}
      body={newLegalCaseSchema}
      fields={[
        { of: 'reference', label: t('legalRequest.case.reference'), first: true },
        { of: 'title', label: t('legalRequest.case.title') },
      ]}
      send={open.mutateAsync}
      onClose={onClose}
      width={440}
    />
  );
}
