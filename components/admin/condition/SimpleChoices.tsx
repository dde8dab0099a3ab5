import { useLayoutEffect, useRef, useState } from 'react';
import type { KnownDeals } from '../../../lib/app/admin/known.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import type { FactRule } from '../../../lib/core/playbook.ts';
import type { Say } from '../../options/say.ts';
import { Button } from '../../ui/Button.tsx';
import { AmountBand } from './AmountBand.tsx';
import { choicesOf, shownText } from './choices.ts';
import { factRule } from './fact-words.ts';
import {
  CHOICE_FIELDS,
  DEAL_TYPE,
  PRODUCT,
  type ChoiceField,
  type SimpleWhen,
} from './simple-when.ts';
import { TextValues } from './TextValues.tsx';
import type { Vocabulary } from './vocabulary.ts';

interface Props {
  readonly simple: SimpleWhen;
  readonly onChange: (next: SimpleWhen) => void;
  readonly playbook: Vocabulary;
  readonly known: KnownDeals;
  readonly say: Say;
  readonly onNeedFact: (rule: FactRule) => void;
}

const LABEL_KEYS: Readonly<Record<ChoiceField, MessageKey>> = {
  pipeline: 'field_pipeline',
  'custom.product': 'cond_which_product',
  'custom.dealType': 'cond_which_deal_type',
  stage: 'field_stage',
};

/** Which facts of the team's own a choice needs. */
const NEEDED: Readonly<Partial<Record<ChoiceField, FactRule>>> = {
  'custom.product': PRODUCT,
  'custom.dealType': DEAL_TYPE,
};

/** An amount band, a pipeline, a product, new or renewal, and a stage: what most rules' deals are told by. */
export function SimpleChoices(props: Props) {
  const { simple, onChange, playbook, known, say, onNeedFact } = props;
  const box = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<ChoiceField>();
  useLayoutEffect(() => {
    // The button that added the fact is gone: the focus goes to the choice that took its place.
    const field = added && box.current?.querySelector<HTMLElement>(`[data-cn="${added}"]`);
    if (!field) return;
    field.focus();
    setAdded(undefined);
  }, [added, playbook]);
  return (
    <div className="cn-which" ref={box}>
      <AmountBand {...{ simple, onChange, playbook, say }} />
      {CHOICE_FIELDS.map((field) => {
        const need = NEEDED[field];
        const values = simple.choices[field] ?? [];
        const isMissing = need !== undefined && !factRule(need.key, playbook);
        const label = say.fmt.capital(say.t(LABEL_KEYS[field]));
        return (
          <div key={field} className="cn-which-row">
            <span className="cn-which-label">{label}</span>
            <div>
              {(!isMissing || values.length > 0) && (
                <TextValues
                  say={say}
                  label={label}
                  mark={field}
                  none={say.t('cond_which_any')}
                  choices={choicesOf(field, playbook, known, say)}
                  values={values}
                  wordOf={(value) => shownText(field, value, known, say)}
                  onChange={(texts) => {
                    onChange({ ...simple, choices: { ...simple.choices, [field]: texts } });
                  }}
                />
              )}
              {isMissing && (
                <p className="op-small cn-which-need">
                  <span>{say.t('cond_which_need')}</span>
                  <Button
                    look="quiet"
                    onClick={() => {
                      setAdded(field);
                      onNeedFact(need);
                    }}
                  >
                    {say.t('cond_which_add', [label])}
                  </Button>
                </p>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
