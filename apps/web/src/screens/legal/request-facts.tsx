import type { LegalRequestView } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What is asked, for what and why, who agreed, and what approval does. */
export function RequestFacts({ request }: { request: LegalRequestView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { purpose, legalCase, action, rendition, reason, confidential, requestedBy, expiresAt, approvals } = request;
  const facts: (readonly [Parameters<typeof nameOf>[0], ReactNode])[] = [
    ['requestedBy', format.text(requestedBy.name)],
    ['purpose', t(`legal.purpose.${purpose}`)],
    ['legalCase', legalCase ? `${legalCase.reference} ${legalCase.title}` : t('legal.noCase')],
    ['reason', reason],
    ['action', t(`legal.action.${action}`)],
    ['rendition', t(`legal.rendition.${rendition}`)],
    ['plays', format.number(request.playsAllowed)],
    ['expiresAt', format.dateTime(expiresAt)],
    ['confidential', t(confidential ? 'legal.confidentialYes' : 'legal.confidentialNo')],
    ...(request.breakGlass ? [] : [['approvals', <Approvals key="approvals" approvals={approvals} />] as const]),
  ];
  if (request.grant) facts.push(['grant', `${request.grant.code} · ${t(`legal.grantState.${request.grant.state}`)}`]);
  const waits = ['draft', 'submitted', 'asked_back', 'answered'].includes(request.state);
  return (
    <section className="admin-section">
      <h2>{t('legal.about')}</h2>
      <dl className="legal-facts">
        {facts.map(([name, value]) => (
          <Fact key={name} name={nameOf(name)}>
            {value}
          </Fact>
        ))}
        {waits && (
          <Fact name="whatHappens">
            {t(`legal.whatHappensText.${action}`, { count: request.playsAllowed, until: format.dateTime(expiresAt) })}
          </Fact>
        )}
      </dl>
    </section>
  );
}

const nameOf = (
  name:
    | 'requestedBy'
    | 'purpose'
    | 'legalCase'
    | 'reason'
    | 'action'
    | 'rendition'
    | 'plays'
    | 'expiresAt'
    | 'confidential'
    | 'approvals'
    | 'grant',
) => `field.${name}` as const;

function Fact({ name, children }: { name: ReturnType<typeof nameOf> | 'whatHappens'; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t(`legal.${name}`)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Approvals({ approvals: { needed, by } }: Pick<LegalRequestView, 'approvals'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const people = by.map(({ name, at }) => t('legal.approvedBy', { name: format.text(name), at: format.dateTime(at) }));
  return <>{[t('legal.approvalsOf', { given: by.length, needed }), ...people].join('\n')}</>;
}
