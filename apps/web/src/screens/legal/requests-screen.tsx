import { PlusOutlined } from '@ant-design/icons';
import type { LegalRequestQuery } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Listed, type Asked } from '../../components/list-page.js';
import { useLegalRequests } from '../../data/legal.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { LegalPage, useNextWords } from './legal-page.js';
import { grantShown } from './next-step.rules.js';

type View = LegalRequestQuery['view'];

const useShown = ({ view }: Asked<View>) => useLegalRequests(view);

/** Requests for recordings: a requester's own, everything within reach for who decides or audits. */
export function RequestsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [mayAsk, mayDecide] = [useMay('legal.request'), useMay('legal.decide')];
  const views: View[] = [
    ...(mayDecide ? (['to_decide'] as const) : []),
    ...(mayAsk ? (['mine'] as const) : []),
    ...(['open', 'to_review', 'granted', 'all'] as const),
  ];
  const format = useFormat();
  const nextWords = useNextWords();
  const acts = mayAsk && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/legal/requests/new')}>
      {t('legal.newRequest')}
    </Button>
  );
  return (
    <LegalPage acts={acts}>
      <Listed
        views={{ name: t('legalRequest.views'), of: views, words: (one) => t(`legalRequest.view.${one}`) }}
        useList={useShown}
        rowsOf={({ items }) => items}
        empty={({ view }) => t(`legalRequest.empty.${view}`)}
        keyOf={({ requestId }) => requestId}
        columns={[
          {
            name: t('legalRequest.column.code'),
            cell: ({ requestId, code, legalCase }) => (
              <>
                <Link to={`/legal/requests/${requestId}`}>{code}</Link>
                {legalCase && <small>{legalCase.reference}</small>}
              </>
            ),
          },
          {
            name: t('legalRequest.column.what'),
            cell: ({ action, purpose, state, recordings }) => (
              <>
                {t(`legal.action.${action}`)} · {t(`legal.purpose.${purpose}`)}
                <small>
                  {state === 'draft'
                    ? t('legalRequest.noneFrozen')
                    : t('legalRequest.recordings', { count: recordings })}
                </small>
              </>
            ),
          },
          {
            name: t('legalRequest.column.who'),
            cell: ({ requestedBy, submittedAt, createdAt }) => (
              <>
                {format.text(requestedBy.name)}
                <small>{format.dateTime(submittedAt ?? createdAt)}</small>
              </>
            ),
          },
          {
            name: t('legalRequest.column.state'),
            cell: (request) => {
              const grant = grantShown(request);
              return grant && request.state !== 'opened'
                ? t(`legal.grantState.${grant.state}`)
                : t(`legalRequest.state.${request.state}`);
            },
            mark: ({ mayDecide, mayReview }) => (mayDecide || mayReview) && 'legal-due',
          },
          { name: t('legalRequest.column.next'), cell: nextWords },
        ]}
      />
    </LegalPage>
  );
}
