import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../format/use-format.js';
import { useMention, type Mentioning } from './use-mention.js';
import './mention-field.css';

interface Props extends Mentioning {
  id: string;
  'aria-describedby'?: string;
}

/** The text of a comment. After @ it proposes people who see the comment; the arrows, Enter or Tab choose, Escape goes on without. */
export function MentionField({ id, 'aria-describedby': describedBy, ...mentioning }: Props) {
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
