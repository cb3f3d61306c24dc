import type { Encoding, LineProblem } from '#contracts';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from './acts.js';
import { useLanguage } from '../format/use-format.js';
import { useChange } from '../data/queries.js';
import { Failed } from './failure-note.js';
import { useStepUp } from './step-up.js';

export interface Preview {
  plan: string | null;
  encoding: Encoding;
  problems: LineProblem[];
  moreProblems: number;
}

interface Props<P extends Preview> {
  accept: string;
  /** Without a plan a preview; with one, exactly that is done. */
  send: (file: File, plan?: string) => Promise<P>;
  /** Key of what has to be read again afterwards. */
  changes: readonly string[];
  isNothing: (preview: P) => boolean;
  template?: { name: string; text: string };
  children: (preview: P) => ReactNode;
}

const ENCODINGS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB18030',
};

/** A file on its way in: chosen, looked at, and only then taken. */
export function FileImport<P extends Preview>({ accept, send, changes, isNothing, template, children }: Props<P>) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { attempt, dialog } = useStepUp();
  // Nothing came of it where a proof of identity was asked for and not given.
  const preview = useChange(async (chosen: File) => (await attempt(() => send(chosen))) ?? null);
  const apply = useChange(
    async ({ chosen, plan }: { chosen: File; plan: string }) => (await attempt(() => send(chosen, plan))) ?? null,
    changes,
  );
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    apply.reset();
    preview.mutate(chosen);
  };
  const seen = preview.data;
  return (
    <div>
      <Acts>
        <input
          ref={input}
          type="file"
          accept={accept}
          className="seen-by-readers-only"
          tabIndex={-1}
          aria-label={t('fileImport.choose')}
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = '';
          }}
        />
        <Button onClick={() => input.current?.click()} loading={preview.isPending}>
          {t(preview.isPending ? 'fileImport.checking' : 'fileImport.choose')}
        </Button>
        {template && <Template {...template} />}
        {file && <span>{t('fileImport.chosen', { name: file.name })}</span>}
        {seen && !preview.isPending && <span>{t('fileImport.encoding', { encoding: ENCODINGS[seen.encoding] })}</span>}
      </Acts>
      <Failed of={preview} />
      {seen && !apply.data && (
        <>
          <Problems {...seen} />
          {children(seen)}
          {seen.plan !== null && isNothing(seen) && <p className="admin-hint">{t('fileImport.nothing')}</p>}
          {file && seen.plan !== null && !isNothing(seen) && (
            <Acts>
              <Button
                type="primary"
                loading={apply.isPending}
                onClick={() => apply.mutate({ chosen: file, plan: seen.plan ?? '' })}
              >
                {t(apply.isPending ? 'fileImport.applying' : 'fileImport.apply')}
              </Button>
            </Acts>
          )}
          <Failed of={apply} />
        </>
      )}
      <p role="status" className="admin-done">
        {apply.data ? t('fileImport.applied') : ''}
      </p>
      {dialog}
    </div>
  );
}

function Problems({ problems, moreProblems }: Preview) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <div role="alert">
      <p className="admin-wrong">{t('fileImport.problems', { count: problems.length + moreProblems })}</p>
      <ol className="admin-problems">
        {problems.map(({ line, words }, index) => (
          <li key={index}>
            <span>{line > 0 ? t('fileImport.line', { line }) : t('fileImport.wholeFile')}</span>
            {words[language]}
          </li>
        ))}
      </ol>
      {moreProblems > 0 && <p className="admin-hint">{t('fileImport.moreProblems', { count: moreProblems })}</p>}
    </div>
  );
}

function Template({ name, text }: { name: string; text: string }) {
  const { t } = useTranslation();
  const href = `data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${text}`)}`;
  return (
    <a href={href} download={name}>
      {t('fileImport.template')}
    </a>
  );
}
