import { useEffect, useState } from 'react';
import type { BatchForm } from '#contracts';

const KEY = 'shouwen.upload';

const FIRST: BatchForm = {
  source: 'upload',
  direction: 'inbound',
  region: 'CN',
  language: 'zh',
  // Never assumed: a person has to say it.
  consent: '',
  consentReason: '',
  consentEvidence: '',
  consentReference: '',
  agentBy: 'staffNumber',
  agent: '',
  agentChannel: 'left',
  startedBy: 'name',
};

/** The form of the batch, kept in this tab. Consent is not: it is chosen again for every batch. */
export function useBatchForm(): [BatchForm, (change: Partial<BatchForm>) => void] {
  const [form, setForm] = useState<BatchForm>(() => ({ ...FIRST, ...kept() }));
  // On what is there by then: two fields may be changed before the screen is drawn again.
  const change = (changes: Partial<BatchForm>) => setForm((before) => ({ ...before, ...changes }));
  useEffect(() => {
    const { consent: _, consentReason: __, ...rest } = form;
    sessionStorage.setItem(KEY, JSON.stringify(rest));
  }, [form]);
  return [form, change];
}

function kept(): Partial<BatchForm> {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<BatchForm>;
}
