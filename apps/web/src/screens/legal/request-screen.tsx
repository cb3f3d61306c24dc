import type { LegalRequestView, RequestGrantView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { useLegalRequest } from '../../data/legal.js';
import { useFormat } from '../../format/use-format.js';
import { LegalPage, useNextWords } from './legal-page.js';
import { grantShown, isNarrowed, mayPlay, nextStep } from './next-step.rules.js';
import { RequestActions, ReviewPanel } from './request-actions.js';
import type { ReactNode } from 'react';
import { type Fact, Facts } from '../../components/facts.js';
import { ByOnePerson } from '../../components/one-person.js';
import { RequestedList } from './requested-list.js';

/** One request: what is asked and why, who has to agree, what happened, and what comes next. */
export function RequestScreen() {
  const { requestId = '' } = useParams();
  const request = useLegalRequest(requestId);
  return (
    <LegalPage>
      <WhenRead of={request}>{(data) => <Loaded key={requestId} request={data} />}</WhenRead>
    </LegalPage>
  );
}

function Loaded({ request }: { request: LegalRequestView }) {
  const { t } = useTranslation();
  const nextWords = useNextWords();
  const { code, state, requestId } = request;
  const grant = grantShown(request);
  const { step } = nextStep(request);
  return (
    <>
      <section className="admin-section">
        <div className="legal-code">
          <h2 tabIndex={-1}>{code}</h2>
          <b>{grant ? t(`legal.grantState.${grant.state}`) : t(`legalRequest.state.${state}`)}</b>
        </div>
        <p className="legal-next">
          {nextWords(request)}{' '}
          {(step === 'export' || step === 'both') && <Link to="/legal/exports">{t('legalRequest.toPackages')}</Link>}
        </p>
        <ReviewPanel request={request} />
        <RequestActions request={request} />
      </section>
      <RequestFacts request={request} />
      <section className="admin-section">
        <h2>{t('legalRequest.list')}</h2>
        {state === 'draft' ? (
          <p className="admin-hint">{t('legalRequest.listDraft')}</p>
        ) : (
          <RequestedList requestId={requestId} plays={mayPlay(request)} />
        )}
      </section>
      {request.events.length > 0 && <Timeline request={request} />}
    </>
  );
}

function Timeline({ request: { events } }: { request: LegalRequestView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="admin-section">
      <h2>{t('legalRequest.timeline')}</h2>
      <ol className="legal-timeline">
        {events.map(({ at, action, by, words }, index) => (
          <li key={index}>
            <time>{format.dateTime(at)}</time>
            <span>
              {t('legalRequest.eventBy', {
                what: t(`legalRequest.event.${action}`),
                who: by ? format.text(by.name) : t('legalRequest.system'),
              })}
            </span>
            {words && <p>{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

type FieldName =
  | 'requestedBy'
  | 'purpose'
  | 'legalCase'
  | 'reason'
  | 'action'
  | 'rendition'
  | 'uses'
  | 'plays'
  | 'downloads'
  | 'expiresAt'
  | 'confidential'
  | 'approvals'
  | 'grant'
  | 'listenGrant'
  | 'exportGrant';

/** What is asked, for what and why, who agreed, and what approval does. */
function RequestFacts({ request }: { request: LegalRequestView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, legalCase, action, rendition, reason, confidential, requestedBy, expiresAt } = request;
  const both = action === 'listen_and_export';
  const facts: (readonly [FieldName, ReactNode])[] = [
    ['requestedBy', format.text(requestedBy.name)],
    ['purpose', t(`legal.purpose.${purpose}`)],
    ['legalCase', legalCase ? `${legalCase.reference} ${legalCase.title}` : t('legalRequest.noCase')],
    ['reason', reason],
    ['action', t(`legal.action.${action}`)],
    ['rendition', t(`legal.rendition.${rendition}`)],
    ...(request.downloadsAllowed === null
      ? ([['uses', format.number(request.playsAllowed)]] as const)
      : ([
          ['plays', format.number(request.playsAllowed)],
          ['downloads', format.number(request.downloadsAllowed)],
        ] as const)),
    ['expiresAt', format.dateTime(expiresAt)],
    ['confidential', t(confidential ? 'legalRequest.confidentialYes' : 'legalRequest.confidentialNo')],
    ...(request.breakGlass ? [] : [['approvals', <Approvals key="approvals" request={request} />] as const]),
  ];
  const stands = ({ code, state }: RequestGrantView) => `${code} · ${t(`legal.grantState.${state}`)}`;
  if (request.grant) facts.push([both ? 'listenGrant' : 'grant', stands(request.grant)]);
  if (request.exportGrant) facts.push(['exportGrant', stands(request.exportGrant)]);
  const waits = ['draft', 'submitted', 'asked_back', 'answered'].includes(request.state);
  return (
    <section className="admin-section">
      <h2>{t('legalRequest.about')}</h2>
      <Facts
        of={[
          ...facts.map(([name, said]): Fact => [t(`legalRequest.field.${name}`), said]),
          waits && [
            t('legalRequest.whatHappens'),
            <>
              {t(`legalRequest.whatHappensText.${action}`, {
                count: request.playsAllowed,
                downloads: request.downloadsAllowed ?? 0,
                until: format.dateTime(expiresAt),
              })}
              {(both || action === 'evidence_export') && ` ${t(`legalRequest.packageHolds.${rendition}`)}`}
            </>,
          ],
        ]}
      />
    </section>
  );
}

function Approvals({ request }: { request: LegalRequestView }) {
  const { needed, by } = request.approvals;
  const { t } = useTranslation();
  const format = useFormat();
  const people = by.map(({ name, at }) =>
    t('legalRequest.approvedBy', { name: format.text(name), at: format.dateTime(at) }),
  );
  const given = isNarrowed(request)
    ? t('legalRequest.listeningAlone')
    : t('legalRequest.approvalsOf', { given: by.length, needed });
  const ids = [request.requestedBy.personId, ...by.map(({ personId }) => personId)];
  return (
    <>
      {[given, ...people].join('\n')} <ByOnePerson when={new Set(ids).size < ids.length} />
    </>
  );
}
