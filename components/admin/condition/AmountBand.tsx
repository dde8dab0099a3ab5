import { useState } from 'react';
import type { Say } from '../../options/say.ts';
import { SelectInput } from '../form/SelectInput.tsx';
import { DecimalText } from './NumberText.tsx';
import { OP_KEYS } from './ops.ts';
import { LOWER, UPPER, type LowerOp, type SimpleWhen, type UpperOp } from './simple-when.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Props {
  readonly simple: SimpleWhen;
  readonly onChange: (next: SimpleWhen) => void;
  readonly playbook: Vocabulary;
  readonly say: Say;
}

/** From which amount, and up to which. */
export function AmountBand({ simple, onChange, playbook, say }: Props) {
  const { t } = say;
  const { lower, upper } = simple;
  // How a bound counts is chosen before there is a number, too.
  const [ops, setOps] = useState<{ lower: LowerOp; upper: UpperOp }>({
    lower: lower?.op ?? 'at-least',
    upper: upper?.op ?? 'at-most',
  });
  const [currency, ...others] = playbook.currencies;
  const unit = others.length === 0 ? currency : undefined;
  return (
    <div className="cn-which-row" role="group" aria-label={t('cond_which_amount')}>
      <span className="cn-which-label">{t('cond_which_amount')}</span>
      <div className="cn-parts">
        <Bound
          {...{ say, unit }}
          label={t('cond_which_lower')}
          howLabel={t('cond_which_lower_how')}
          ops={LOWER}
          op={lower?.op ?? ops.lower}
          value={lower?.value ?? ''}
          onChange={(op, value) => {
            setOps({ ...ops, lower: op });
            onChange({ ...simple, lower: { op, value } });
          }}
        />
        <Bound
          {...{ say, unit }}
          label={t('cond_which_upper')}
          howLabel={t('cond_which_upper_how')}
          ops={UPPER}
          op={upper?.op ?? ops.upper}
          value={upper?.value ?? ''}
          onChange={(op, value) => {
            setOps({ ...ops, upper: op });
            onChange({ ...simple, upper: { op, value } });
          }}
        />
      </div>
    </div>
  );
}

interface BoundProps<O extends LowerOp | UpperOp> {
  readonly say: Say;
  readonly unit: string | undefined;
  readonly label: string;
  readonly howLabel: string;
  readonly ops: readonly O[];
  readonly op: O;
  readonly value: string;
  readonly onChange: (op: O, value: string) => void;
}

function Bound<O extends LowerOp | UpperOp>(props: BoundProps<O>) {
  const { say, unit, label, howLabel, ops, op, value, onChange } = props;
  return (
    <div className="cn-bound">
      <SelectInput
        say={say}
        label={howLabel}
        labelHidden
        value={op}
        onChange={(next) => {
          onChange(next, value);
        }}
        choices={ops.map((each) => ({ value: each, label: say.t(OP_KEYS[each]) }))}
      />
      <DecimalText
        say={say}
        label={label}
        value={value}
        unit={unit}
        onChange={(next) => {
          onChange(op, next);
        }}
      />
    </div>
  );
}
