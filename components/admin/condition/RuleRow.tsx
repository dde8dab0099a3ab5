import type { Path } from 'react-querybuilder';
import type { Op } from '../../../lib/core/condition-schema.ts';
import { SelectInput } from '../form/SelectInput.tsx';
import { markOf, useBuilder } from './builder.ts';
import { Chooser } from './Chooser.tsx';
import { kindOf } from './fact-words.ts';
import { withFact } from './facts.ts';
import { carriedOver, OP_KEYS, opFor, opsFor } from './ops.ts';
import { PlaceActions } from './PlaceActions.tsx';
import type { RuleNode } from './tree.ts';
import type { Typed } from './typed.ts';
import { useLatest } from './use-latest.ts';
import { ValueEditor } from './ValueEditor.tsx';

interface Props {
  readonly node: RuleNode;
  readonly path: Path;
}

/** One comparison: a fact, an operator and what it is compared with. */
export function RuleRow({ node, path }: Props) {
  const { id, field, operator, value } = node;
  const { names, facts, playbook, say, actions } = useBuilder();
  const { t } = say;
  const kind = kindOf(field, playbook);
  const setOp = (next: Op): void => {
    actions.onPropChange('value', carriedOver(value, operator, next), path);
    actions.onPropChange('operator', next, path);
  };
  const setField = (next: string): void => {
    const op = opFor(kindOf(next, playbook), next, operator, field === '');
    actions.onPropChange('field', next, path);
    if (op !== operator) actions.onPropChange('operator', op, path);
  };
  const choose = useLatest(setField);
  return (
    <div
      className="cn-rule"
      role="group"
      aria-label={names.places.get(id)}
      tabIndex={-1}
      data-cn={markOf('row', id)}
    >
      <div className="cn-parts">
        <Chooser
          say={say}
          label={t('cond_fact')}
          groups={withFact(facts, field, playbook, say)}
          value={field}
          onChange={choose}
          mark={markOf('field', id)}
        />
        {field !== '' && (
          <>
            <SelectInput
              say={say}
              label={t('cond_op')}
              labelHidden
              value={operator}
              onChange={setOp}
              choices={opsFor(kind, operator).map((op) => ({ value: op, label: t(OP_KEYS[op]) }))}
            />
            <ValueEditor
              field={field}
              op={operator}
              typed={value}
              onChange={(change) => {
                actions.onPropChange('value', { ...value, ...change } satisfies Typed, path);
              }}
            />
          </>
        )}
      </div>
      <PlaceActions id={id} path={path} />
    </div>
  );
}
