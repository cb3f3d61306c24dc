import type { LegalRequestView } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { useLegalRequest } from '../../data/legal.js';
import { useFormat } from '../../format/use-format.js';
import { LegalPage } from './legal-page.js';
import { grantShown, nextStep } from './next-step.rules.js';
import { RequestActions } from './request-actions.js';
import { RequestFacts } from './request-facts.js';
import { RequestedList } from './requested-list.js';
import { ReviewPanel } from './review-panel.js';
import { useNextWords } from './use-next-words.js';

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
          <h2>{code}</h2>
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
          <RequestedList requestId={requestId} />
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
