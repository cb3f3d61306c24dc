import { APPROVALS_NEEDED, type LegalRequestInput, MOST_REQUESTED, type RequestPreview } from '#contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useTyped } from '../../data/use-typed.js';
import { FormBar } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { FailureNote } from '../../components/failure-note.js';
import {
  useAsk,
  useBreakGlassTerms,
  useOpenInEmergency,
  useRequestPreview,
  useSubmitRequest,
} from '../../data/legal.js';
import { useMay, useMe } from '../../data/session.js';
import { CallFiltersBar } from '../calls/call-filters-bar.js';
import { FilterChips } from '../calls/filter-chips.js';
import { useListFilters } from '../calls/list-filters.js';
import { useChoices } from '../calls/use-choices.js';
import '../calls/filters.css';
import { ReasonDialog } from '../../components/dialogs.js';
import { useFormat } from '../../format/use-format.js';
import { LegalPage } from './legal-page.js';
import { RecordingTable } from './requested-list.js';
import { emptyReasons, type Reasons, RequestForm, wholeReasons } from './request-form.js';

/** Chooses recordings by the filters of the list of calls, says why they are needed, and hands both to the approvers. */
export function NewRequestScreen() {
  const may = useMay('legal.request');
  return <LegalPage>{may && <NewRequest />}</LegalPage>;
}

function NewRequest() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { timeZone } = useMe();
  const { filters } = useListFilters();
  const choices = useChoices();
  const preview = useRequestPreview(filters);
  const [reasons, setReasons] = useTyped<Reasons>('reasons', emptyReasons(timeZone));
  const [draft, setDraft] = useState<string | null>(null);
  const [emergency, setEmergency] = useState(false);
  const mayOpen = useMay('legal.break_glass');
  const [ask, submit] = [useAsk(), useSubmitRequest()];
  const input = wholeReasons(reasons, timeZone);
  const found = preview.data;
  const fits = found !== undefined && found.recordings > 0 && !found.tooMany;
  const send = async () => {
    if (!input) return;
    const requestId = await ask.mutateAsync({ draft, input: { ...input, filters } });
    setDraft(requestId);
    await submit.mutateAsync(requestId);
    void navigate(`/legal/requests/${requestId}`);
  };
  const failure = ask.error ?? submit.error;
  return (
    <>
      <section className="admin-section legal-scope">
        <h2>{t('legalRequest.scope')}</h2>
        <p className="admin-hint">{t('legalRequest.scopeHint')}</p>
        <CallFiltersBar choices={choices} fixedDays />
        <FilterChips choices={choices} bare="/legal/requests/new" />
        <div className="above-3" role="status">
          <h3>{t('legalRequest.preview')}</h3>
          <WhenRead of={preview}>{(data) => <Found preview={data} all={Object.keys(filters).length === 0} />}</WhenRead>
        </div>
      </section>
      <section className="admin-section">
        <h2>{t('legalRequest.why')}</h2>
        <RequestForm reasons={reasons} onChange={(change) => setReasons((before) => ({ ...before, ...change }))} />
      </section>
      <FormBar
        notes={
          <>
            <span>
              {input && fits
                ? t('legalRequest.submitHint', { count: APPROVALS_NEEDED[reasons.action] })
                : t('legalRequest.missing')}
            </span>
            {failure && <FailureNote error={failure} />}
          </>
        }
      >
        <Button
          type="primary"
          disabled={!input || !fits}
          loading={ask.isPending || submit.isPending}
          onClick={() => void send().catch(() => undefined)}
        >
          {t('legalRequest.saveAndSubmit')}
        </Button>
      </FormBar>
      {mayOpen && (
        <section className="admin-section">
          <h2>{t('legalRequest.emergency.heading')}</h2>
          <p className="admin-hint">{t('legalRequest.emergency.hint')}</p>
          <div className="row">
            <Button danger disabled={!input || !fits} onClick={() => setEmergency(true)}>
              {t('legalRequest.emergency.open')}
            </Button>
            {(!input || !fits) && <span className="admin-hint">{t('legalRequest.missing')}</span>}
          </div>
        </section>
      )}
      {emergency && input && (
        <EmergencyDialog
          input={{ ...input, filters }}
          draft={draft}
          onDraft={setDraft}
          onClose={() => setEmergency(false)}
        />
      )}
    </>
  );
}

/** @param all no filter narrows it */
function Found({ preview: { recordings, calls, tooMany, items }, all }: { preview: RequestPreview; all: boolean }) {
  const { t } = useTranslation();
  if (tooMany) return <p className="admin-wrong">{t('legalRequest.previewTooMany', { most: MOST_REQUESTED })}</p>;
  if (recordings === 0) return <p className="admin-hint">{t('legalRequest.previewNone')}</p>;
  return (
    <>
      <p className="admin-hint">
        {t('legalRequest.previewCount', { count: recordings, calls })}
        {recordings > items.length && ` ${t('legalRequest.previewMore', { shown: items.length })}`}
      </p>
      {all && recordings > 1 && <p className="admin-wrong">{t('legalRequest.previewAll')}</p>}
      <RecordingTable items={items} />
    </>
  );
}

interface Props {
  input: LegalRequestInput;
  draft: string | null;
  onDraft: (requestId: string) => void;
  onClose: () => void;
}

/** Asks once more before recordings are opened without approval: what it opens, who is told, and why it cannot wait. */
function EmergencyDialog({ input, draft, onDraft, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const terms = useBreakGlassTerms();
  const [ask, open] = [useAsk(), useOpenInEmergency()];
  // What is sent again after a proof belongs to the same draft.
  const drafted = useRef(draft);
  const send = async (words: string) => {
    // Only the masked copy opens, to listen, for any choice in the form; the page says so.
    const asked = { ...input, action: 'listen', rendition: 'masked' } as const;
    const requestId = await ask.mutateAsync({ draft: drafted.current, input: asked });
    drafted.current = requestId;
    onDraft(requestId);
    await open.mutateAsync({ requestId, words });
    void navigate(`/legal/requests/${requestId}`);
  };
  const waiting = terms.data?.waiting;
  return (
    <ReasonDialog
      title={t('legalRequest.emergency.title')}
      intro={
        waiting ? (
          <p role="alert">
            {t(waiting.overdue ? 'legalRequest.emergency.overdue' : 'legalRequest.emergency.waits', {
              at: format.dateTime(waiting.openedAt),
            })}{' '}
            <Link to={`/legal/requests/${waiting.requestId}`}>{t('legalRequest.emergency.see')}</Link>
          </p>
        ) : (
          terms.data && (
            <ul className="emergency-terms dense">
              <li>{t('legalRequest.emergency.opens', terms.data)}</li>
              <li>{t('legalRequest.emergency.told')}</li>
              <li>{t('legalRequest.emergency.reviewed', { count: terms.data.reviewWorkingDays })}</li>
            </ul>
          )
        )
      }
      label={t('legalRequest.emergency.why')}
      hint={t('legalRequest.emergency.whyHint')}
      okText={t('legalRequest.emergency.go')}
      danger
      disabled={Boolean(waiting)}
      minLength={10}
      maxLength={2000}
      width={520}
      send={send}
      onClose={onClose}
    />
  );
}
