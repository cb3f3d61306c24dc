import { PlusOutlined } from '@ant-design/icons';
import { newLegalCaseSchema } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataList } from '../../components/data-table.js';
import { FormDialog } from '../../components/dialogs.js';
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
  const [adding, setAdding] = useState(false);
  const acts = may && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
      {t('legalRequest.case.add')}
    </Button>
  );
  return (
    <LegalPage acts={acts}>
      <CaseTable />
      {adding && <CaseDialog onClose={() => setAdding(false)} />}
    </LegalPage>
  );
}

function CaseTable() {
  const { t } = useTranslation();
  const may = useMay('legal.cases');
  const cases = useLegalCases();
  const format = useFormat();
  const close = useCloseCase();
  return (
    <>
      <Failed of={close} />
      <DataList
        of={cases}
        rowsOf={({ items }) => items}
        empty={t('legalRequest.case.none')}
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
