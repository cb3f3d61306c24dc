import { type HoldRule, type HoldScope, holdScopeSchema } from '#contracts';
import { Button, Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useTyped } from '../../data/use-typed.js';
import { Back, FormBar } from '../../components/acts.js';
import { AdminPage, Field } from '../../components/admin-page.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useHoldPreview, usePlaceHold } from '../../data/holds.js';
import { useLegalCases } from '../../data/legal.js';
import { useFormat } from '../../format/use-format.js';
import '../calls/filters.css';
import '../legal/legal.css';
import { CallChoice } from './call-choice.js';
import { Select } from '../../components/opened/select.js';
import { HoldRuleForm } from './hold-rule-form.js';

const MODES = ['listed', 'rule'] as const;

/** Places a hold on chosen calls, or by a rule that also covers later ones; what it would cover is counted first. */
export function NewHoldScreen() {
  const { t } = useTranslation();
  return (
    <AdminPage title={t('holds.new')} needs="holds.place" head={<Back to="/holds">{t('holds.back')}</Back>}>
      <NewHold />
    </AdminPage>
  );
}

function NewHold() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const mode = search.get('by') === 'rule' ? 'rule' : 'listed';
  const first = search.get('call');
  const [callIds, setCallIds] = useState<readonly string[]>(first ? first.split(',') : []);
  const [rule, setRule] = useState<HoldRule>({});
  const [{ caseId, reason }, setReasons] = useTyped<Reasons>('hold', { caseId: null, reason: '' });
  const place = usePlaceHold();
  const asked = mode === 'rule' ? { callIds: [], recordingIds: [], rule } : { callIds: [...callIds], recordingIds: [] };
  const scope = holdScopeSchema.safeParse(asked).data ?? null;
  const whole = scope !== null && caseId !== null && reason.trim().length >= 3;
  const send = () => {
    if (!whole) return;
    place.mutate(
      { ...scope, caseId, reason },
      { onSuccess: ({ holdId, tooLate }) => void navigate(`/holds/${holdId}`, { state: { tooLate: tooLate.length } }) },
    );
  };
  return (
    <>
      <section className="admin-section legal-scope">
        <NoCase />
        <h2>{t('holds.how')}</h2>
        <Segmented
          aria-label={t('holds.how')}
          value={mode}
          onChange={(by) => setSearch((before) => withMode(before, by), { replace: true })}
          options={MODES.map((value) => ({ value, label: t(`holds.mode.${value}`) }))}
        />
        <p className="admin-hint">{t(`holds.modeHint.${mode}`)}</p>
        {mode === 'rule' ? (
          <HoldRuleForm rule={rule} onChange={setRule} />
        ) : (
          <CallChoice chosen={callIds} onChange={setCallIds} />
        )}
        <Preview scope={scope} />
      </section>
      <HoldReasons reasons={{ caseId, reason }} onChange={setReasons} />
      <FormBar
        notes={
          <>
            <span>{t(whole ? 'holds.ready' : 'holds.missing')}</span>
            <Failed of={place} />
          </>
        }
      >
        <Button type="primary" disabled={!whole} loading={place.isPending} onClick={send}>
          {t('holds.place')}
        </Button>
      </FormBar>
    </>
  );
}

function withMode(before: URLSearchParams, by: string): URLSearchParams {
  const next = new URLSearchParams(before);
  next.set('by', by);
  return next;
}

/** A hold needs a case: said before calls are chosen. The case is opened beside this page, which keeps what was chosen. */
function NoCase() {
  const { t } = useTranslation();
  const cases = useLegalCases('open');
  if (cases.data?.items.length !== 0) return null;
  return (
    <p className="admin-wrong">
      {t('holds.noCase')}{' '}
      <Link to="/legal/cases" target="_blank">
        {t('holds.toCases')}
      </Link>
    </p>
  );
}

/** How much it would be: counted by the server, before anything is placed. */
function Preview({ scope }: { scope: HoldScope | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const preview = useHoldPreview(scope);
  const found = scope && preview.data;
  return (
    <div className="above-3" role="status">
      <h3>{t('holds.preview')}</h3>
      {scope === null && <p className="admin-hint">{t('holds.previewNone')}</p>}
      {scope !== null && preview.error && <FailureNote error={preview.error} />}
      {scope !== null && !preview.error && !found && <p className="admin-hint">{t('holds.previewCounting')}</p>}
      {found && (
        <p>
          {t('holds.previewCounts', { calls: format.number(found.calls), recordings: format.number(found.recordings) })}
          {scope.rule && t('holds.previewRule')}
        </p>
      )}
      {found && found.tooLate > 0 && (
        <p className="admin-wrong">{t('holds.previewTooLate', { count: found.tooLate })}</p>
      )}
    </div>
  );
}

interface Reasons {
  caseId: string | null;
  reason: string;
}

/** For which case a hold is placed, and on what grounds. */
function HoldReasons({ reasons, onChange }: { reasons: Reasons; onChange: (reasons: Reasons) => void }) {
  const { t } = useTranslation();
  const cases = useLegalCases('open');
  const id = useId();
  return (
    <section className="admin-section">
      <h2>{t('holds.why')}</h2>
      <div className="admin-fields">
        <Field label={t('holds.field.case')} htmlFor={`${id}c`}>
          <Select
            id={`${id}c`}
            value={reasons.caseId}
            onChange={(caseId) => onChange({ ...reasons, caseId })}
            showSearch={{ optionFilterProp: 'label' }}
            options={(cases.data?.items ?? []).map((one) => ({
              value: one.caseId,
              label: `${one.reference} ${one.title}`,
            }))}
          />
        </Field>
        <div className="whole-row">
          <Field label={t('holds.field.reason')} htmlFor={`${id}r`} hint={t('holds.reasonHint')}>
            <Input.TextArea
              id={`${id}r`}
              rows={3}
              maxLength={500}
              value={reasons.reason}
              onChange={({ target }) => onChange({ ...reasons, reason: target.value })}
            />
          </Field>
        </div>
      </div>
    </section>
  );
}
