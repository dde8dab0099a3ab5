import { useState } from 'react';
import type { MessageKey } from '../../../../lib/app/words.ts';
import type { Condition } from '../../../../lib/core/condition-schema.ts';
import type { StoryCard } from '../../../../lib/core/playbook.ts';
import { hashOf } from '../../../options/routes.ts';
import { ConditionBuilder } from '../../condition/ConditionBuilder.tsx';
import { SelectInput } from '../../form/SelectInput.tsx';
import type { PartProps } from '../part.ts';
import {
  conditionOf,
  isByFact,
  valuesFor,
  wayOf,
  WAYS,
  type ByFact,
  type Way,
} from './card-when.ts';
import { withPart } from './lists.ts';
import { ValuePicker } from './ValuePicker.tsx';

const WAY_KEYS: Readonly<Record<Way, MessageKey>> = {
  all: 'parts_when_all',
  stage: 'parts_when_stage',
  'custom.product': 'parts_when_product',
  'custom.competitor': 'parts_when_competitor',
  own: 'parts_when_own',
};

interface Props extends PartProps {
  readonly card: StoryCard;
  readonly edit: (make: (old: StoryCard) => StoryCard) => void;
}

/** On which deals a card is shown: a simple choice, or a condition for more. */
export function CardWhen({ desk, draft, known, card, edit }: Props) {
  const { say, says } = desk;
  const { t } = say;
  const stands = wayOf(card.when);
  // A simple condition can be built on by hand: what was chosen last is shown, not what it could be told as.
  const [own, setOwn] = useState(stands.way === 'own');
  // Going through the choices with the arrow keys must not lose what was built under one of them.
  const [kept, setKept] = useState<Partial<Record<Way, Condition>>>({});
  const way: Way = own && card.when ? 'own' : stands.way;
  const set = (when: Condition | undefined): void => {
    edit((old) => withPart(old, 'when', when));
  };
  const choose = (next: Way): void => {
    if (card.when) setKept({ ...kept, [way]: card.when });
    setOwn(next === 'own');
    if (next === 'all') set(undefined);
    else if (next === 'own') set(kept.own ?? card.when ?? { all: [] });
    else set(kept[next] ?? conditionOf(next, next === stands.way ? stands.values : [], draft));
  };
  return (
    <>
      <SelectInput
        say={say}
        label={t('parts_when')}
        hint={way === 'all' && card.kind === 'trait' ? t('parts_card_nowhere') : undefined}
        value={way}
        choices={WAYS.map((value) => ({ value, label: t(WAY_KEYS[value]) }))}
        onChange={choose}
      />
      {isByFact(way) && (
        <ByValues
          {...{ desk, draft, known, way }}
          values={stands.values}
          onChange={(values) => {
            set(conditionOf(way, values, draft));
          }}
        />
      )}
      {way === 'own' && (
        <ConditionBuilder
          label={t('parts_when_own_label')}
          value={card.when}
          onChange={set}
          {...{ known, say, says }}
          playbook={draft}
        />
      )}
    </>
  );
}

interface ByProps extends Pick<PartProps, 'desk' | 'draft' | 'known'> {
  readonly way: ByFact;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function ByValues({ desk, draft, known, way, values, onChange }: ByProps) {
  const { say } = desk;
  const { t } = say;
  const missing =
    way !== 'stage' && !(draft.facts ?? []).some(({ key }) => `custom.${key}` === way);
  return (
    <>
      {missing && (
        <p className="pt-gap-said">
          {t('parts_when_no_fact')} <a href={hashOf('edit', 'facts')}>{t('parts_when_add_fact')}</a>
        </p>
      )}
      <ValuePicker
        say={say}
        label={t(WAY_KEYS[way])}
        offered={valuesFor(way, draft, known, values)}
        chosen={values}
        onChange={onChange}
      />
    </>
  );
}
