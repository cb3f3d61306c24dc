import { PlusOutlined } from '@ant-design/icons';
import type { DataRequestList, DataRequestRow } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ListPage } from '../../components/list-page.js';
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
  const format = useFormat();
  const words = useRequestWords();
  return (
    <ListPage<DataRequestRow, DataRequestList, (typeof VIEWS)[number]>
      title={t('dataRequests.title')}
      needs="data_requests.read"
      acts={acts}
      views={{ name: t('dataRequests.views'), of: VIEWS, words: (one) => t(`dataRequests.view.${one}`) }}
      useList={useDataRequests}
      rowsOf={({ requests }, { view }) =>
        byAnswer(requests.filter((one) => view === 'all' || words.isOpen(one) === (view === 'open')))
      }
      empty={({ view }, [page], clear) =>
        page?.requests.length === 0 ? (
          t('dataRequests.empty')
        ) : (
          <>
            {t(`dataRequests.emptyFiltered.${view}`)}{' '}
            <button type="button" className="plain" onClick={clear}>
              {t('dataRequests.clear')}
            </button>
          </>
        )
      }
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

const byAnswer = (requests: readonly DataRequestRow[]): DataRequestRow[] =>
  [...requests].sort((a, b) => Number(!!a.decided) - Number(!!b.decided) || a.answerBy.localeCompare(b.answerBy));
