import type { LegalRequestView, RequestGrantView } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { Facts, type Fact } from '../../components/facts.js';
import { ByOnePerson } from '../../components/one-person.js';
import { isNarrowed } from './next-step.rules.js';

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
export function RequestFacts({ request }: { request: LegalRequestView }) {
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
