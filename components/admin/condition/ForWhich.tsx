import { memo, useId, useState } from 'react';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { Condition } from '../../../lib/core/condition-schema.ts';
import type { FactRule } from '../../../lib/core/playbook.ts';
import type { Say, Says } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ConditionBuilder } from './ConditionBuilder.tsx';
import { ReadBack } from './ReadBack.tsx';
import { EVERY_DEAL, simpleOf, whenOf } from './simple-when.ts';
import { SimpleChoices } from './SimpleChoices.tsx';
import { isNothing } from './tree.ts';
import { useLatest } from './use-latest.ts';
import { useVocabulary, type Vocabulary } from './vocabulary.ts';

export interface ForWhichProps {
  readonly value: Condition | undefined;
  /** `undefined` is "all deals". */
  readonly onChange: (next: Condition | undefined) => void;
  readonly playbook: Vocabulary;
  readonly known: KnownDeals;
  readonly say: Say;
  readonly says: Says;
  /** Adds a fact of the team's own to the draft: the choices ask for it where the draft has none yet. */
  readonly onNeedFact: (rule: FactRule) => void;
}

/** For which deals a rule stands: simple choices, and the builder for what they cannot say. */
export function ForWhich({ onChange, onNeedFact, playbook, ...props }: ForWhichProps) {
  return (
    <Kept
      {...props}
      onChange={useLatest(onChange)}
      onNeedFact={useLatest(onNeedFact)}
      playbook={useVocabulary(playbook)}
    />
  );
}

/** Kept as it is while what it shows is: beside it texts are typed, and it is large. */
const Kept = memo(function Kept(props: ForWhichProps) {
  const { value, onChange, playbook, say } = props;
  const { t } = say;
  const id = useId();
  const [isRich, setIsRich] = useState(false);
  const isStuck = simpleOf(value, playbook) === undefined;
  // Once the builder was needed it stays, even where the choices would do again: nothing goes away under one's hands.
  if (isStuck && !isRich) setIsRich(true);
  return (
    <div className="cn-for-which">
      {isRich ? (
        <ConditionBuilder
          {...props}
          label={t('cond_which')}
          onChange={(next) => {
            onChange(isNothing(next) ? undefined : next);
          }}
        />
      ) : (
        <Simple {...props} />
      )}
      <div className="op-actions">
        <Button
          look="quiet"
          busy={isStuck}
          aria-describedby={isStuck ? id : undefined}
          onClick={() => {
            setIsRich(!isRich);
          }}
        >
          {t(isRich ? 'cond_which_simple' : 'cond_which_rich')}
        </Button>
        {isStuck && (
          <p className="op-small" id={id}>
            {t('cond_which_too_rich')}
          </p>
        )}
      </div>
    </div>
  );
});

/** The simple choices under their heading, read back. */
function Simple({ value, onChange, playbook, known, say, says, onNeedFact }: ForWhichProps) {
  const simple = simpleOf(value, playbook) ?? EVERY_DEAL;
  const id = useId();
  return (
    <div className="cn-builder" role="group" aria-labelledby={id}>
      <p id={id} className="op-strong">
        {say.t('cond_which')}
      </p>
      <SimpleChoices
        {...{ simple, playbook, known, say, onNeedFact }}
        onChange={(next) => {
          onChange(whenOf(next, playbook));
        }}
      />
      {value === undefined ? (
        <p className="op-small">{say.t('cond_which_all')}</p>
      ) : (
        <ReadBack condition={value} playbook={playbook} say={say} says={says} />
      )}
    </div>
  );
}
