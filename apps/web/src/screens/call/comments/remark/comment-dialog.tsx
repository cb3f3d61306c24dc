import { namesMentioned } from '#reviews/screens';
import { type CallComment, commentsRoutes, type Mentionable, newCommentSchema } from '#contracts';
import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/dialogs.js';
import { useComment, useEditComment } from '../../../../data/comments.js';
import { CALLS } from '../../../../data/calls.js';
import { useFormat } from '../../../../format/use-format.js';
import { useCallPage } from '../../call-page.js';
import { Input } from 'antd';
import { typedMention, type TypedMention, withMention } from './mentions.rules.js';
import { useSettled } from '../../../../components/use-settled.js';
import { useRead } from '../../../../data/queries.js';

interface Props {
  /** null: a new one. */
  of: CallComment | null;
  atMs: number;
  onClose: () => void;
}

/** Writes a comment at a second, or words one's own otherwise. */
export function CommentDialog({ of, atMs, onClose }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, leg } = useCallPage();
  const { callId } = call;
  const [chosen, setChosen] = useState(of?.mentions.map(({ personId, saidAs }) => ({ personId, name: saidAs })) ?? []);
  const make = useComment(callId);
  const edit = useEditComment(callId, of?.commentId ?? '');
  const legId = of?.legId ?? call.legs[leg]?.legId ?? '';
  const mentionsIn = (text: string) => {
    const said = namesMentioned(
      text,
      chosen.map(({ name }) => name),
    );
    return [...new Set(chosen.filter(({ name }) => said.has(name)).map(({ personId }) => personId))];
  };
  return (
    <FormDialog
      title={t(of ? 'remark.editTitle' : 'remark.makeTitle', { at: clock(atMs) })}
      okText={t('remark.save')}
      keeps
      name={`comment ${of?.commentId ?? 'new'}`}
      body={newCommentSchema}
      start={{ text: of?.text ?? '' }}
      beside={{ legId, atMs: Math.round(atMs) }}
      fields={[
        {
          of: 'text',
          label: t('remark.text'),
          hint: t('remark.hint'),
          draw: (control) => (
            <MentionField
              {...{ callId, legId, ...control }}
              onMention={(personId, name) => setChosen((before) => [...before, { personId, name }])}
            />
          ),
        },
      ]}
      send={async (body) => {
        const mentions = mentionsIn(body.text);
        if (of) await edit.mutateAsync({ text: body.text, mentions });
        else await make.mutateAsync({ ...body, mentions });
      }}
      onClose={onClose}
    />
  );
}

interface MentionProps extends Mentioning {
  id: string;
  'aria-describedby'?: string;
}

/** The text of a comment. After @ it proposes people who see the comment; the arrows, Enter or Tab choose, Escape goes on without. */
function MentionField({ id, 'aria-describedby': describedBy, ...mentioning }: MentionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const listId = useId();
  const { typed, people, isOpen, isReading, error, here, ...does } = useMention(mentioning);
  const found = isOpen ? t('remark.keys', { count: people.length }) : t(isReading ? 'remark.reading' : 'remark.none');
  return (
    <div className="mention-field">
      <Input.TextArea
        id={id}
        autoFocus
        maxLength={1000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${here}` : undefined}
        value={mentioning.value}
        onChange={(event) => {
          mentioning.onChange(event.target.value);
          does.look(event);
        }}
        onSelect={does.look}
        onBlur={does.leave}
        onKeyDown={does.onKeyDown}
      />
      {isOpen && (
        <ul id={listId} role="listbox" aria-label={t('remark.people')}>
          {people.map((person, index) => (
            <li
              key={person.personId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === here}
              // The text keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => does.choose(person)}
              onMouseMove={() => does.setAt(index)}
            >
              <span>{format.text(person.name)}</span>
              <small>{format.text(person.team)}</small>
            </li>
          ))}
        </ul>
      )}
      <p className="admin-hint" role="status">
        {typed !== null && (error ? t('remark.failed') : found)}
      </p>
    </div>
  );
}

const NONE: Mentionable['people'] = [];

/** People whom one's comment on a leg may mention, by letters of a name; null: not asked. None that answer to other letters than these: Enter would take the wrong one. */
function useMentionable(callId: string, legId: string, letters: string | null) {
  const asked = useSettled(letters);
  const { data, isFetching, error } = useRead(
    [...CALLS.one(callId), 'mentionable', legId, asked.value],
    commentsRoutes.mentionable,
    { callId, query: { legId, letters: asked.value ?? '' } },
    { enabled: asked.value !== null, staleTime: 30_000 },
  );
  const people = letters === null || !asked.settled ? NONE : (data?.people ?? NONE);
  return { people, isReading: isFetching || !asked.settled, error };
}

type Person = Mentionable['people'][number];

interface Mentioning {
  callId: string;
  legId: string;
  value: string;
  onChange: (text: string) => void;
  /** A person was chosen, by this name. */
  onMention: (personId: string, name: string) => void;
}

/** People whom the mention at the caret may mean, and how one of them is chosen. */
function useMention({ callId, legId, value, onChange, onMention }: Mentioning) {
  const format = useFormat();
  const [typed, setTyped] = useState<TypedMention | null>(null);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const read = useMentionable(callId, legId, typed?.letters ?? null);
  const { people } = read;
  const here = Math.min(at, people.length - 1);

  const look = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    field.current = currentTarget;
    const next = typedMention(currentTarget.value, currentTarget.selectionStart);
    if (next?.from === typed?.from && next?.letters === typed?.letters) return;
    setTyped(next);
    setAt(0);
  };
  const choose = ({ personId, name }: Person) => {
    if (!typed) return;
    const written = format.text(name);
    const { text, caret } = withMention(value, typed, written);
    onChange(text);
    onMention(personId, written);
    setTyped(null);
    // The caret moves once the text is there.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While characters are put together, these keys choose among them.
    if (event.nativeEvent.isComposing || typed === null) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = people[here];
    if (event.key === 'Escape') setTyped(null);
    else if (!person || event.shiftKey) return;
    else if (step) setAt((here + step + people.length) % people.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(person);
    else return;
    event.preventDefault();
    // The dialog's own Escape would take the text along.
    event.nativeEvent.stopImmediatePropagation();
  };
  const isOpen = typed !== null && people.length > 0;
  return { ...read, typed, isOpen, here, setAt, look, choose, leave: () => setTyped(null), onKeyDown };
}
