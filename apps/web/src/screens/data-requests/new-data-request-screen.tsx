import { type AskedKind, askedKindSchema, type DataSubject, dataSubjectSchema, newDataRequestSchema } from '#contracts';
import { Button, Radio, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { Back, FormBar } from '../../components/acts.js';
import { AdminPage } from '../../components/admin-page.js';
import { FormPart } from '../../components/dialogs.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useRegisterRequest } from '../../data/data-requests.js';
import { CallChoice } from '../holds/call-choice.js';
import { useHoldPreview } from '../../data/holds.js';
import { useFormat } from '../../format/use-format.js';
import '../calls/filters.css';
import '../legal/legal.css';

const SUBJECT = z.object({ customer: z.string().max(80), staffNumber: z.string().max(40) });
const NARROW = { style: { maxWidth: 420 } };
const MODES = ['customer', 'staff', 'calls'] as const;

/** Registers what a person asks for; says before what that does at once. */
export function NewDataRequestScreen() {
  const { t } = useTranslation();
  const back = <Back to="/data-requests">{t('dataRequests.back')}</Back>;
  return (
    <AdminPage title={t('dataRequests.register')} needs="data_requests.manage" head={back}>
      <NewRequest />
    </AdminPage>
  );
}

function NewRequest() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const register = useRegisterRequest();
  const [said, setSaid] = useState({ kind: 'access' as AskedKind, reference: '', note: '' });
  const [given, setGiven] = useState<DataSubject>({});
  const { kind, reference, note } = said;
  const subject = dataSubjectSchema.safeParse(given).data ?? null;
  const whole = subject !== null && reference.trim() !== '';
  const id = useId();
  const send = () => {
    if (!whole) return;
    register.mutate(
      { kind, subject, reference, note: note.trim() || null },
      { onSuccess: ({ requestId }) => void navigate(`/data-requests/${requestId}`) },
    );
  };
  return (
    <>
      <section className="admin-section">
        <h2 id={id}>{t('dataRequests.what')}</h2>
        <Radio.Group
          aria-labelledby={id}
          value={kind}
          onChange={({ target }) => setSaid({ ...said, kind: target.value as AskedKind })}
          options={askedKindSchema.options.map((value) => ({ value, label: t(`dataRequests.kind.${value}`) }))}
        />
        <p className="admin-hint">{t(`dataRequests.effect.${kind}`)}</p>
        <p className="admin-hint">{t(`dataRequests.law.${kind}`)}</p>
      </section>
      <Whose given={given} onChange={setGiven} />
      <section className="admin-section">
        <div className="admin-fields">
          <FormPart
            body={newDataRequestSchema}
            value={said}
            onChange={(part) => setSaid({ ...said, ...part })}
            fields={[
              { of: 'reference', label: t('dataRequests.reference'), hint: t('dataRequests.referenceHint') },
              { of: 'note', label: t('dataRequests.note') },
            ]}
          />
        </div>
      </section>
      <FormBar
        notes={
          <>
            <span>
              {whole ? t(kind === 'access' ? 'dataRequests.opens' : 'dataRequests.shuts') : t('dataRequests.missing')}
            </span>
            <Failed of={register} />
          </>
        }
      >
        <Button type="primary" disabled={!whole} loading={register.isPending} onClick={send}>
          {t('dataRequests.register')}
        </Button>
      </FormBar>
    </>
  );
}

/** Finds the person's calls: by how the customer is shown, by staff number, or one by one. */
function Whose({ given, onChange }: { given: DataSubject; onChange: (subject: DataSubject) => void }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const mode = MODES.find((one) => one === search.get('by')) ?? 'customer';
  const subject = { body: SUBJECT, value: given, onChange };
  const choose = (by: string) => {
    onChange({});
    setSearch({ by }, { replace: true });
  };
  return (
    <section className="admin-section legal-scope">
      <h2>{t('dataRequests.whose')}</h2>
      <Segmented
        aria-label={t('dataRequests.whose')}
        value={mode}
        onChange={choose}
        options={MODES.map((value) => ({ value, label: t(`dataRequests.mode.${value}`) }))}
      />
      {mode === 'customer' && (
        <>
          <FormPart
            {...subject}
            fields={[
              {
                of: 'customer',
                label: t('dataRequests.customer'),
                hint: t('dataRequests.customerHint'),
                control: NARROW,
              },
            ]}
          />
          <FoundNow customer={given.customer ?? ''} />
        </>
      )}
      {mode === 'staff' && (
        <FormPart
          {...subject}
          fields={[
            {
              of: 'staffNumber',
              label: t('dataRequests.staffNumber'),
              hint: t('dataRequests.staffHint'),
              control: NARROW,
            },
          ]}
        />
      )}
      {mode === 'calls' && (
        <CallChoice chosen={given.callIds ?? []} onChange={(callIds) => onChange({ callIds: [...callIds] })} />
      )}
    </section>
  );
}

/** How many calls a customer as shown has now: whether the right person is meant is seen in the list, before anything is decided. */
function FoundNow({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asked = customer.trim();
  const preview = useHoldPreview(
    asked.length < 2 ? null : { callIds: [], recordingIds: [], rule: { customer: asked } },
  );
  if (asked.length < 2) return null;
  if (preview.error) return <FailureNote error={preview.error} />;
  if (!preview.data) return null;
  const { calls, recordings } = preview.data;
  return (
    <p role="status" className="legal-next">
      {calls === 0
        ? t('dataRequests.findsNone')
        : t('dataRequests.finds', { calls: format.number(calls), recordings: format.number(recordings) })}
    </p>
  );
}
