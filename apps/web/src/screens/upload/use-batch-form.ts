import { useEffect, useState } from 'react';
import type { BatchForm, UploadForm } from '#contracts';

const KEY = 'shouwen.upload';

/** What decides whether a call may be recorded, and who is who in it, is never assumed: a person has to say it. */
const FIRST: BatchForm = {
  source: 'upload',
  direction: '',
  region: '',
  language: 'unknown',
  consent: '',
  consentReason: '',
  consentEvidence: '',
  consentReference: '',
  agentBy: 'staffNumber',
  agent: '',
  agentChannel: '',
  startedBy: 'name',
  transfer: '',
  hangupParty: '',
};

/** Parts that have to be said before anything is sent, in the order in which the form has them. */
export type Unsaid = 'direction' | 'region' | 'agentChannel' | 'consent';

export interface FormNow {
  form: BatchForm;
  unsaid: Unsaid[];
  change: (changes: Partial<BatchForm>) => void;
}

/**
 * The form of the batch, kept in this tab. Consent is not: it is chosen again for every batch. Region and language begin as the company profile
 * has them.
 */
export function useBatchForm(company: Pick<UploadForm, 'region' | 'language'> | undefined): FormNow {
  const [said, setSaid] = useState<Partial<BatchForm>>(kept);
  // On what is there by then: two fields may be changed before the screen is drawn again.
  const change = (changes: Partial<BatchForm>) => setSaid((before) => ({ ...before, ...changes }));
  useEffect(() => {
    const { consent: _, consentReason: __, ...rest } = said;
    sessionStorage.setItem(KEY, JSON.stringify(rest));
  }, [said]);
  const { region, language } = company ?? {};
  const form = { ...FIRST, ...(region && { region }), ...(language && { language }), ...said };
  const unsaid: Unsaid[] = [
    ...(['direction', 'region'] as const).filter((part) => form[part] === ''),
    // Empty is an answer here: no file has two channels.
    ...(said.agentChannel === undefined ? (['agentChannel'] as const) : []),
    ...(form.consent === '' ? (['consent'] as const) : []),
  ];
  return { form, unsaid, change };
}

function kept(): Partial<BatchForm> {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<BatchForm>;
}
