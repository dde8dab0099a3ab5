import { useState } from 'react';
import { readCurrencies } from '../../../../lib/app/options-draft.ts';
import { CurrencyField } from '../../../options/CurrencyField.tsx';
import type { PartProps } from '../part.ts';

/** The currencies that the team sells in. What is no code is told when one is done typing, and is not kept. */
export function Currencies({ desk: { say }, draft, change }: PartProps) {
  const listed = draft.currencies.join(', ');
  const [typed, setTyped] = useState({ text: listed, of: listed });
  const [done, setDone] = useState(true);
  const text = typed.of === listed ? typed.text : listed;
  const { codes, wrong } = readCurrencies(text);
  return (
    <div
      onBlur={() => {
        setDone(true);
      }}
    >
      <CurrencyField
        say={say}
        value={text}
        codes={codes}
        wrong={done ? wrong : []}
        onChange={(next) => {
          const read = readCurrencies(next).codes;
          setDone(false);
          setTyped({ text: next, of: read.join(', ') });
          if (read.join(', ') !== listed) change((now) => ({ ...now, currencies: [...read] }));
        }}
      />
    </div>
  );
}
