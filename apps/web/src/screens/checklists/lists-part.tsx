import type { ChecklistDraftDefinition, DraftPhraseList } from '#contracts';
import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../components/acts.js';
import { Field } from '../../components/admin-page.js';
import { usePhrases } from '../../data/checklists.js';
import { usePhraseTrial } from '../../data/phrase-trials.js';
import { useFormat } from '../../format/use-format.js';
import { addList, setLists } from './draft-edits.rules.js';
import { PhraseLines, Told } from './phrase-lines.js';
import { LineTried, PhraseTrialPanel } from './phrase-trial-panel.js';
import { lineKey, lineTried, nothingTried, withPiece } from './phrase-trial.rules.js';

interface Props {
  draft: ChecklistDraftDefinition;
  disabled: boolean;
  onChange: (draft: ChecklistDraftDefinition) => void;
}

/** The phrase lists of the checklist's own, line by line; those of the product are read beside them. */
export function ListsPart({ draft, disabled, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const lists = draft.phraseLists ?? [];
  const [chosen, setChosen] = useState<string | null>(lists[0]?.name ?? null);
  const own = lists.findIndex(({ name }) => name === chosen);
  const add = () => {
    const next = addList(draft);
    onChange(next.draft);
    setChosen(next.draft.phraseLists?.[next.at]?.name ?? null);
  };
  const entry = (name: string, title: string, count: number) => (
    <li key={name}>
      <button
        type="button"
        className="plain outline-item"
        aria-current={name === chosen ? 'true' : undefined}
        onClick={() => setChosen(name)}
      >
        <span>{title}</span>
        <span className="outline-weight">{count}</span>
      </button>
    </li>
  );
  return (
    <div className="checklist-editor checklist-lists grid ruled-below">
      <nav className="checklist-outline dense" aria-label={t('checklists.tab.lists')}>
        <h2>{t('checklists.ownLists')}</h2>
        {lists.length === 0 && <p className="admin-hint">{t('checklists.ownListsNone')}</p>}
        <ul>
          {lists.map(({ name, title, zh, en }) => entry(name, format.text(title) || name, zh.length + en.length))}
        </ul>
        {!disabled && (
          <Button size="small" onClick={add}>
            {t('checklists.addList')}
          </Button>
        )}
        <h2>{t('checklists.productLists')}</h2>
        <ProductLists chosen={chosen} entry={entry} />
      </nav>
      <section className="checklist-part column gap-3" aria-label={t('checklists.tab.lists')}>
        {own >= 0 ? (
          <OwnList
            key={chosen}
            at={own}
            draft={draft}
            list={lists[own]!}
            disabled={disabled}
            onChange={(list) =>
              onChange(
                setLists(
                  draft,
                  lists.map((one, i) => (i === own ? list : one)),
                ),
              )
            }
            onRemove={() => {
              onChange(
                setLists(
                  draft,
                  lists.filter((_, i) => i !== own),
                ),
              );
              setChosen(null);
            }}
          />
        ) : (
          chosen !== null && (
            <ProductList
              key={chosen}
              name={chosen}
              draft={draft}
              disabled={disabled}
              onCopied={(next, name) => {
                onChange(next);
                setChosen(name);
              }}
            />
          )
        )}
      </section>
    </div>
  );
}

function ProductLists({
  entry,
}: {
  chosen: string | null;
  entry: (name: string, title: string, count: number) => React.ReactNode;
}) {
  const format = useFormat();
  const phrases = usePhrases();
  const all = (phrases.data?.entries ?? []).filter(({ phrases: { zh, en } }) => zh.length + en.length > 0);
  return (
    <ul className="checklist-product-lists">
      {all.map(({ name, title, phrases: { zh, en } }) =>
        entry(name, format.text({ zh: title.zh ?? name, en: title.en ?? name }), zh.length + en.length),
      )}
    </ul>
  );
}

interface OwnProps {
  at: number;
  draft: ChecklistDraftDefinition;
  list: DraftPhraseList;
  disabled: boolean;
  onChange: (list: DraftPhraseList) => void;
  onRemove: () => void;
}

function OwnList({ at, draft, list, disabled, onChange, onRemove }: OwnProps) {
  const { t } = useTranslation();
  const id = useId();
  const trial = usePhraseTrial(draft.id);
  const [line, setLine] = useState<string | null>(null);
  const { running } = trial;
  const tried = running
    ? running.pieces.reduce(withPiece, nothingTried(running.of, running.drawn.legIds.length))
    : null;
  return (
    <>
      <Told at={`phraseLists.${at}.title`} />
      <div className="admin-fields">
        {(['zh', 'en'] as const).map((language) => (
          <Field
            key={language}
            label={t(language === 'zh' ? 'checklists.listZh' : 'checklists.listEn')}
            htmlFor={`${id}-${language}`}
          >
            <Input
              id={`${id}-${language}`}
              lang={language}
              value={list.title[language]}
              disabled={disabled}
              maxLength={200}
              onChange={({ target }) => onChange({ ...list, title: { ...list.title, [language]: target.value } })}
            />
          </Field>
        ))}
      </div>
      <p className="admin-hint">{t('checklists.phraseHelp')}</p>
      <p>
        <Checkbox
          disabled={disabled}
          checked={list.exact === true}
          onChange={({ target }) => onChange({ ...list, exact: target.checked || undefined })}
        >
          {t('checklists.exact')}
        </Checkbox>
        <span className="admin-hint">{t('checklists.exactHint')}</span>
      </p>
      {(['zh', 'en'] as const).map((language) => (
        <PhraseLines
          key={language}
          at={`phraseLists.${at}.${language}`}
          language={language}
          phrases={list[language]}
          disabled={disabled}
          onChange={(phrases) => onChange({ ...list, [language]: phrases })}
          beside={(phrase) => {
            const found = tried && !trial.busy ? lineTried(tried, language, phrase) : null;
            return found && <LineTried {...found} onShow={() => setLine(lineKey(language, phrase))} />;
          }}
        />
      ))}
      {!disabled && (
        <PhraseTrialPanel draft={draft} list={list} trial={trial} tried={tried} line={line} onLine={setLine} />
      )}
      {!disabled && (
        <div>
          <AskFirst ask={t('checklists.removeListAsk')} onYes={onRemove}>
            {t('checklists.removeList')}
          </AskFirst>
        </div>
      )}
    </>
  );
}

interface ProductProps {
  name: string;
  draft: ChecklistDraftDefinition;
  disabled: boolean;
  onCopied: (draft: ChecklistDraftDefinition, name: string) => void;
}

const MOST_LINES = 300;

/** A list that comes with the product: read here, and taken as a beginning of one's own. */
function ProductList({ name, draft, disabled, onCopied }: ProductProps) {
  const { t } = useTranslation();
  const phrases = usePhrases();
  const found = phrases.data?.entries.find((one) => one.name === name);
  if (!found) return null;
  const copy = () => {
    const next = addList(draft);
    const fits = (lines: readonly string[]) => lines.filter((line) => line.length <= 200).slice(0, MOST_LINES);
    const lists = (next.draft.phraseLists ?? []).map((one, i) =>
      i === next.at
        ? {
            ...one,
            title: { zh: found.title.zh ?? name, en: found.title.en ?? name },
            zh: fits(found.phrases.zh),
            en: fits(found.phrases.en),
          }
        : one,
    );
    onCopied(setLists(next.draft, lists), lists[next.at]!.name);
  };
  return (
    <>
      <p className="admin-hint">{t('checklists.productListHint')}</p>
      {!disabled && (
        <div>
          <Button size="small" onClick={copy}>
            {t('checklists.copyList')}
          </Button>
        </div>
      )}
      {(['zh', 'en'] as const).map((language) => (
        <PhraseLines
          key={language}
          at=""
          language={language}
          phrases={found.phrases[language]}
          disabled
          onChange={() => undefined}
        />
      ))}
    </>
  );
}
