import type { DataRequestDetail } from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Acts, Back } from '../../components/acts.js';
import { AdminPage, WhenRead } from '../../components/admin-page.js';
import { DataTable } from '../../components/data-table.js';
import { ReasonDialog } from '../../components/dialogs.js';
import { Facts } from '../../components/facts.js';
import { AgainFrom, ByOnePerson, useMayAgain } from '../../components/one-person.js';
import { useProved } from '../../components/step-up.js';
import { useConfirmDecision, useDataRequest, useProposeDecision } from '../../data/data-requests.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { useRequestWords } from './use-request-words.js';
import '../legal/legal.css';

/** One person proposes what to do, another confirms it with a fresh proof; each reads why not where they cannot. */
function RequestDecisions({ request }: { request: DataRequestDetail }) {
  const { t } = useTranslation();
  const [mayManage, mayDecide, mayAsk] = [
    useMay('data_requests.manage'),
    useMay('data_requests.decide'),
    useMay('legal.request'),
  ];
  const { state, kind, proposed } = request;
  if (state === 'open')
    return mayManage ? <Propose request={request} /> : <p className="admin-hint">{t('dataRequests.cannot')}</p>;
  if (state === 'waiting' && proposed)
    return mayDecide ? (
      <Confirm request={request} proposed={proposed} />
    ) : (
      <p className="admin-hint">{t('dataRequests.confirmsOther')}</p>
    );
  if (state === 'agreed' && kind === 'access' && mayAsk)
    return (
      <p className="legal-next">
        <Link to="/legal/requests/new">{t('dataRequests.ask')}</Link>
      </p>
    );
  return null;
}

function Propose({ request: { requestId } }: { request: DataRequestDetail }) {
  const { t } = useTranslation();
  const propose = useProposeDecision();
  const [proposal, setProposal] = useState<'agree' | 'refuse' | null>(null);
  return (
    <Acts>
      {(['agree', 'refuse'] as const).map((one) => (
        <Button key={one} onClick={() => setProposal(one)}>
          {t(`dataRequests.propose.${one}`)}
        </Button>
      ))}
      {proposal && (
        <ReasonDialog
          title={t(`dataRequests.proposeTitle.${proposal}`)}
          label={t('dataRequests.reason')}
          hint={t(`dataRequests.proposeHint.${proposal}`)}
          okText={t(`dataRequests.propose.${proposal}`)}
          send={(reason) => propose.mutateAsync({ requestId, proposal, reason })}
          onClose={() => setProposal(null)}
        />
      )}
    </Acts>
  );
}

interface ConfirmProps {
  request: DataRequestDetail;
  proposed: NonNullable<DataRequestDetail['proposed']>;
}

function Confirm({ request: { requestId, kind, recordings }, proposed: { proposal, mine, at } }: ConfirmProps) {
  const { t } = useTranslation();
  const dayPassed = useMayAgain(at);
  const confirm = useProved(useConfirmDecision());
  const destroys = proposal === 'agree' && kind !== 'access';
  const may = !mine || (dayPassed && !destroys);
  const say = (decision: 'confirmed' | 'sent_back') => void confirm.send({ requestId, decision });
  return (
    <>
      {!mine && destroys && (
        <p className="admin-wrong legal-next">{t('dataRequests.destroys', { count: recordings })}</p>
      )}
      <Acts>
        {may && (
          <Button danger={destroys} loading={confirm.isPending} onClick={() => say('confirmed')}>
            {t('dataRequests.confirm', { proposal: t(`dataRequests.proposal.${proposal}`) })}
          </Button>
        )}
        <Button onClick={() => say('sent_back')}>{t('dataRequests.sendBack')}</Button>
      </Acts>
      {mine && !destroys && <AgainFrom first={at} />}
      <p className="admin-hint">{t('dataRequests.proof')}</p>
      {confirm.said}
    </>
  );
}

/** One request of a person: what is asked by when, what becomes of each recording, and the proof of it. */
export function DataRequestScreen() {
  const { t } = useTranslation();
  const { requestId = '' } = useParams();
  const back = <Back to="/data-requests">{t('dataRequests.back')}</Back>;
  return (
    <AdminPage title={t('dataRequests.title')} needs="data_requests.read" head={back}>
      <OneRequest key={requestId} requestId={requestId} />
    </AdminPage>
  );
}

function OneRequest({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  const request = useDataRequest(requestId);
  const words = useRequestWords();
  return (
    <WhenRead of={request}>
      {(data) => {
        const left = words.timeLeft(data);
        return (
          <>
            <section className="admin-section">
              <div className="legal-code">
                <h2>
                  {data.code} {t(`dataRequests.kind.${data.kind}`)}
                </h2>
                <b>{t(`dataRequests.state.${data.state}`)}</b>
                {left && <span className={left.grave ? 'admin-wrong' : ''}>{left.words}</span>}
              </div>
              <p className="legal-next">{words.next(data)}</p>
              <RequestDecisions request={data} />
            </section>
            <RequestFacts request={data} />
            <FoundRecordings found={data.found} soundless={data.soundless} />
          </>
        );
      }}
    </WhenRead>
  );
}

function RequestFacts({ request }: { request: DataRequestDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRequestWords();
  const { kind, reference, note, registered, answerBy, proposed, decided } = request;
  const signed = ({ by, at }: DataRequestDetail['registered']) =>
    t('dataRequests.by', { who: by ? format.text(by) : t('dataRequests.system'), at: format.dateTime(at) });
  return (
    <section className="admin-section">
      <h2>{t('dataRequests.about')}</h2>
      <Facts
        of={[
          [t('dataRequests.field.kind'), t(`dataRequests.kind.${kind}`)],
          [t('dataRequests.field.law'), t(`dataRequests.law.${kind}`)],
          [t('dataRequests.field.who'), words.who(request)],
          [t('dataRequests.field.reference'), reference],
          note && [t('dataRequests.field.note'), note],
          [t('dataRequests.field.registered'), signed(registered)],
          [t('dataRequests.field.answerBy'), format.dateTime(answerBy)],
          proposed && [
            t('dataRequests.field.proposed'),
            <>
              {t(`dataRequests.proposal.${proposed.proposal}`)}
              {t('dataRequests.subject.join')}
              {signed(proposed)}
              {'\n'}
              {proposed.reason}
            </>,
          ],
          decided && [
            t('dataRequests.field.decided'),
            <>
              {signed(decided)} <ByOnePerson when={decided.byOnePerson} />
            </>,
          ],
        ]}
      />
    </section>
  );
}

/** The person's recordings: what became of each, which hold keeps it, or which certificate proves that it is gone. */
function FoundRecordings({ found, soundless }: Pick<DataRequestDetail, 'found' | 'soundless'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('dataRequests.found')}</h2>
      <p className="admin-hint">{t('dataRequests.recordings', { count: found.length })}</p>
      {soundless > 0 && <p className="admin-hint">{t('dataRequests.soundless', { count: soundless })}</p>}
      <DataTable
        rows={found}
        keyOf={({ recordingId }) => recordingId}
        columns={[
          {
            name: t('dataRequests.foundColumn.call'),
            cell: ({ callId, startedAt }) => {
              const at = format.dateTime(startedAt);
              return (
                <Link to={`/calls/${callId}`} aria-label={t('dataRequests.openCall', { at })}>
                  {at}
                </Link>
              );
            },
          },
          { name: t('dataRequests.foundColumn.custody'), cell: ({ custody }) => t(`dataRequests.custody.${custody}`) },
          {
            name: t('dataRequests.foundColumn.outcome'),
            cell: ({ outcome }) => t(`dataRequests.outcome.${outcome ?? 'none'}`),
          },
          {
            name: t('dataRequests.foundColumn.proof'),
            cell: ({ certificate, holds }) =>
              certificate ? (
                <Link to={`/retention/certificates/${certificate}`}>{certificate}</Link>
              ) : (
                holds.join(t('dataRequests.subject.join'))
              ),
          },
        ]}
      />
    </section>
  );
}
