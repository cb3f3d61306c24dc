import { PlusOutlined } from '@ant-design/icons';
import type { DataRequestRow } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { ViewTabs } from '../../components/tabs.js';
import { DataTable } from '../../components/data-table.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { useDataRequests } from '../../data/data-requests.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import '../legal/legal.css';
import { useRequestWords } from './use-request-words.js';

const VIEWS = ['open', 'decided', 'all'] as const;

/** What persons who were recorded ask for, the nearest time for an answer first. */
export function DataRequestsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayManage = useMay('data_requests.manage');
  const acts = mayManage && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/data-requests/new')}>
      {t('dataRequests.register')}
    </Button>
  );
  return (
    <AdminPage title={t('dataRequests.title')} needs="data_requests.read" acts={acts}>
      <Requests />
    </AdminPage>
  );
}

function Requests() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const list = useDataRequests();
  const { isOpen } = useRequestWords();
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'open';
  return (
    <WhenRead of={list}>
      {({ requests }) => {
        if (requests.length === 0) return <p className="note">{t('dataRequests.empty')}</p>;
        const shown = requests.filter((one) => view === 'all' || isOpen(one) === (view === 'open'));
        return (
          <>
            <div className="legal-views">
              <ViewTabs
                name={t('dataRequests.views')}
                value={view}
                onChange={(value) => setSearch({ view: value }, { replace: true })}
                views={VIEWS.map((value) => ({ value, label: t(`dataRequests.view.${value}`) }))}
              />
            </div>
            {shown.length === 0 ? (
              <p className="note">
                {t(`dataRequests.emptyFiltered.${view}`)}{' '}
                <button type="button" className="plain" onClick={() => setSearch({ view: 'all' }, { replace: true })}>
                  {t('dataRequests.clear')}
                </button>
              </p>
            ) : (
              <RequestTable requests={byAnswer(shown)} />
            )}
          </>
        );
      }}
    </WhenRead>
  );
}

const byAnswer = (requests: readonly DataRequestRow[]): DataRequestRow[] =>
  [...requests].sort((a, b) => Number(!!a.decided) - Number(!!b.decided) || a.answerBy.localeCompare(b.answerBy));

function RequestTable({ requests }: { requests: readonly DataRequestRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRequestWords();
  return (
    <DataTable
      rows={requests}
      keyOf={({ requestId }) => requestId}
      past={({ decided }) => decided !== null}
      columns={[
        {
          name: t('dataRequests.column.code'),
          cell: ({ requestId, code, reference }) => (
            <>
              <Link to={`/data-requests/${requestId}`}>{code}</Link>
              <small>{reference}</small>
            </>
          ),
        },
        {
          name: t('dataRequests.column.kind'),
          cell: ({ kind, recordings }) => (
            <>
              {t(`dataRequests.kind.${kind}`)}
              <small>{t('dataRequests.recordings', { count: recordings })}</small>
            </>
          ),
        },
        { name: t('dataRequests.column.who'), cell: words.who },
        {
          name: t('dataRequests.column.answerBy'),
          cell: (request) => {
            const left = words.timeLeft(request);
            return (
              <>
                {format.dateTime(request.answerBy)}
                {left && <small className={left.grave ? 'admin-wrong' : ''}>{left.words}</small>}
              </>
            );
          },
        },
        {
          name: t('dataRequests.column.state'),
          cell: ({ state }) => t(`dataRequests.state.${state}`),
          mark: ({ state }) => state === 'waiting' && 'legal-due',
        },
      ]}
    />
  );
}
