import { useId } from 'react';
import type { MessageKey } from '../../lib/app/words.ts';
import type { Drafted, Suggestion } from '../../lib/core/suggested.ts';
import type { Say } from './say.ts';

const KIND_KEYS: Readonly<Record<Suggestion['kind'], MessageKey>> = {
  required: 'options_suggested_required',
  advised: 'options_suggested_advised',
  text: 'options_suggested_text',
};

const WHY_KEYS: Readonly<Record<Extract<Drafted, { can: false }>['why'], MessageKey>> = {
  'not-read': 'options_suggested_not_read',
  decided: 'options_suggested_decided',
  unclear: 'options_suggested_unclear',
};

interface Props {
  readonly suggestion: Suggestion;
  readonly drafted: Drafted;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly say: Say;
}

/** One rule of a CRM: what it asks for, and what becomes of it in the playbook. */
export function SuggestedRow({ suggestion, drafted, checked, onChange, say }: Props) {
  const { t } = say;
  const id = useId();
  const canTake = drafted.can && !drafted.has;
  return (
    <li className="op-suggestion">
      <input
        type="checkbox"
        id={id}
        checked={canTake ? checked : drafted.can}
        disabled={!canTake}
        aria-describedby={`${id}-about`}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <div>
        <label htmlFor={id}>{suggestion.field?.label ?? suggestion.text ?? suggestion.id}</label>
        {drafted.can && drafted.has && (
          <span className="op-tag op-tag-in-force">{t('options_suggested_has')}</span>
        )}
        <p className="op-small" id={`${id}-about`}>
          {t(KIND_KEYS[suggestion.kind])} {about(drafted)}
        </p>
      </div>
    </li>
  );

  function about(made: Drafted): string {
    if (!made.can) return t(WHY_KEYS[made.why]);
    if (made.has) return '';
    const { forecast, commit } = made.draft.gate.need;
    const isLess = forecast === 'advised' && suggestion.kind !== 'advised';
    if (isLess) return t('options_suggested_unmapped');
    if (forecast === 'off') {
      return t(
        commit === 'required' ? 'options_suggested_for_commit' : 'options_suggested_for_advice',
      );
    }
    return t(
      forecast === 'required' ? 'options_suggested_for_all' : 'options_suggested_for_advice',
    );
  }
}
