import { useId, useState } from 'react';
import type { DefinitionFault } from '../../lib/app/custom-check.ts';
import { definitionText } from '../../lib/app/options-custom.ts';
import type { Definition } from '../../lib/core/custom-schema.ts';
import { SAVE_FAULT_KEYS } from '../card/fault-words.ts';
import { Button } from '../ui/Button.tsx';
import type { CustomDesk } from './CustomSection.tsx';
import type { Say } from './say.ts';

interface Props {
  readonly definition: Definition;
  readonly desk: CustomDesk;
  readonly onClose: () => void;
}

/** A definition as text. What is wrong with it is said with its line, and nothing is kept until it is right. */
export function CustomEditor({ definition, desk, onClose }: Props) {
  const { custom, say, done } = desk;
  const { t } = say;
  const id = useId();
  const [text, setText] = useState(() => definitionText(definition));
  const [wrong, setWrong] = useState('');
  const save = async (): Promise<void> => {
    const { definition: next, fault } = custom.check(text);
    if (!next) {
      setWrong(faultText(fault, say));
      return;
    }
    const result = await custom.save(next);
    if (!result.ok) {
      setWrong(t(SAVE_FAULT_KEYS[result.fault]));
      return;
    }
    onClose();
    await done(t('options_custom_saved', [next.name]));
  };
  return (
    <div className="op-wide op-form">
      <label htmlFor={id} className="op-strong">
        {t('options_custom_text', [definition.name])}
      </label>
      <textarea
        id={id}
        className="ds-input op-source"
        rows={16}
        spellCheck={false}
        value={text}
        aria-invalid={wrong === '' ? undefined : true}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => {
          setText(event.target.value);
          setWrong('');
        }}
      />
      <p role="status" id={`${id}-wrong`} className="op-wrong">
        {wrong}
      </p>
      <div className="op-actions">
        <Button look="main" onClick={() => void save()}>
          {t('options_custom_save')}
        </Button>
        <Button onClick={onClose}>{t('options_cancel')}</Button>
      </div>
    </div>
  );
}

/** Where and what: the sentence itself is in English, as a definition's own words are. */
export const faultText = ({ line, at, message }: DefinitionFault, { t }: Say): string =>
  at === ''
    ? t('options_custom_fault_plain', [line, message])
    : t('options_custom_fault', [line, at, message]);
