import type { ImportedChecklist } from '#contracts';
import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTyped } from '../../data/use-typed.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useImportChecklist } from '../../data/checklists.js';
import { RequestFailure } from '../../data/http.js';
import { useLanguage } from '../../format/use-format.js';
import { ImportChanges } from './import-changes.js';

/** Takes a checklist from a file: what it holds and what is wrong with it is seen before it is kept. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = useImportChecklist();
  const [yaml, setYaml] = useTyped('import', '');
  const [seen, setSeen] = useState<ImportedChecklist | null>(null);
  const id = useId();
  const newest = useRef('');
  const change = (text: string) => {
    newest.current = text;
    setYaml(text);
    setSeen(null);
    send.reset();
  };
  // What was typed while it was looked at has not been looked at.
  const preview = async () => {
    const found = await send.mutateAsync({ yaml, apply: false });
    if (newest.current === yaml) setSeen(found);
  };
  const keep = async () => {
    const { checklistId } = await send.mutateAsync({ yaml, apply: true, replaces: seen?.replaces?.revision ?? null });
    void navigate(`/checklists/${checklistId}?draft=1`);
  };
  return (
    <ActionDialog
      title={t('checklists.importTitle')}
      okText={seen ? t('checklists.importApply') : t('checklists.importPreview')}
      disabled={yaml.trim() === ''}
      send={seen ? keep : preview}
      onDone={() => undefined}
      onClose={onClose}
      width={720}
    >
      <Field label={t('checklists.importText')} htmlFor={id}>
        <Input.TextArea
          id={id}
          className="checklist-yaml"
          value={yaml}
          rows={12}
          spellCheck={false}
          onChange={({ target }) => change(target.value)}
        />
      </Field>
      <FileButton onText={change} />
      {seen && <ImportChanges seen={seen} />}
      <Problems error={send.error} />
    </ActionDialog>
  );
}

function FileButton({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml"
        hidden
        aria-label={t('checklists.importFile')}
        onChange={({ target }) => void target.files?.[0]?.text().then(onText)}
      />
      <Button onClick={() => input.current?.click()}>{t('checklists.importFile')}</Button>
    </span>
  );
}

/** Why the file is none, place by place. */
function Problems({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const fields = error instanceof RequestFailure ? (error.problem?.fields ?? []) : [];
  if (fields.length === 0) return null;
  return (
    <>
      <p>{t('checklists.importProblems')}</p>
      <ul className="admin-problems">
        {fields.map(({ path, message }, i) => (
          <li key={i}>
            <b>{path}</b>
            <span>{message[language]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
