import type { MessageKey } from '../../../lib/app/words.ts';
import type { Say } from '../../options/say.ts';
import { SelectInput } from '../form/SelectInput.tsx';
import { WholeText } from './NumberText.tsx';
import { AGES, type Age, type Typed } from './typed.ts';

interface Props {
  readonly say: Say;
  /** Only an answer has an age. */
  readonly ages: boolean;
  readonly typed: Typed;
  readonly onChange: (change: Partial<Typed>) => void;
}

const AGE_KEYS: Readonly<Record<Age, MessageKey>> = {
  any: 'cond_age_any',
  playbook: 'cond_age_playbook',
  days: 'cond_age_own',
};

/** How much a text has to say, and how lately it must have been written or confirmed. */
export function EvidenceEditor({ say, ages, typed, onChange }: Props) {
  const { t } = say;
  const hasAge = ages || typed.age !== 'any';
  return (
    <>
      <WholeText
        say={say}
        label={t('cond_words')}
        labelHidden={false}
        value={typed.words}
        onChange={(words) => {
          onChange({ words });
        }}
      />
      {hasAge && (
        <SelectInput
          say={say}
          label={t('cond_age')}
          value={typed.age}
          onChange={(age) => {
            onChange({ age });
          }}
          choices={AGES.map((age) => ({ value: age, label: t(AGE_KEYS[age]) }))}
        />
      )}
      {hasAge && typed.age === 'days' && (
        <WholeText
          say={say}
          label={t('cond_age_days')}
          labelHidden={false}
          value={typed.ageDays}
          onChange={(ageDays) => {
            onChange({ ageDays });
          }}
        />
      )}
    </>
  );
}
