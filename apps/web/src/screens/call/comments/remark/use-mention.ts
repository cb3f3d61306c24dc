import { commentsRoutes, type Mentionable } from '#contracts';
import { type KeyboardEvent, type SyntheticEvent, useRef, useState } from 'react';
import { useFormat } from '../../../../format/use-format.js';
import { typedMention, type TypedMention, withMention } from './mentions.rules.js';
import { useSettled } from '../../../../components/use-settled.js';
import { CALLS } from '../../../../data/calls.js';
import { useRead } from '../../../../data/queries.js';

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

export type Person = Mentionable['people'][number];

export interface Mentioning {
  callId: string;
  legId: string;
  value: string;
  onChange: (text: string) => void;
  /** A person was chosen, by this name. */
  onMention: (personId: string, name: string) => void;
}

/** People whom the mention at the caret may mean, and how one of them is chosen. */
export function useMention({ callId, legId, value, onChange, onMention }: Mentioning) {
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
