import { useState } from 'react';
import type { FactRule } from '../../../../lib/core/playbook.ts';
import type { Say } from '../../../options/say.ts';
import { LongText } from '../../form/LongText.tsx';
import { withPart } from './lists.ts';

interface ChoicesProps {
  readonly say: Say;
  readonly rule: FactRule;
  readonly edit: (make: (old: FactRule) => FactRule) => void;
}

/** What a fact can be, one a line. What is typed stays as it is typed, empty lines and all. */
export function Choices({ say, rule, edit }: ChoicesProps) {
  const listed = (rule.choices ?? []).join('\n');
  const [typed, setTyped] = useState({ text: listed, of: listed });
  const text = typed.of === listed ? typed.text : listed;
  return (
    <LongText
      say={say}
      label={say.t('parts_choices')}
      hint={say.t('parts_choices_hint')}
      rows={4}
      value={text}
      onChange={(next) => {
        const lines = next.split('\n').map((line) => line.trim());
        const choices = [...new Set(lines.filter((line) => line !== ''))];
        setTyped({ text: next, of: choices.join('\n') });
        edit((old) => withPart(old, 'choices', choices.length > 0 ? choices : undefined));
      }}
    />
  );
}
