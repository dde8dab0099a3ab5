import type { Op } from '../../../lib/core/condition-schema.ts';
import { useBuilder } from './builder.ts';
import { choicesOf, shownText } from './choices.ts';
import { DayEditor } from './DayEditor.tsx';
import { EvidenceEditor } from './EvidenceEditor.tsx';
import { DecimalText, WholeText } from './NumberText.tsx';
import { TextValue } from './TextValue.tsx';
import { TextValues } from './TextValues.tsx';
import type { Typed } from './typed.ts';

interface Props {
  readonly field: string;
  readonly op: Op;
  readonly typed: Typed;
  readonly onChange: (change: Partial<Typed>) => void;
}

/** What a comparison is made with, by its operator. Complete over every operator. */
export function ValueEditor({ field, op, typed, onChange }: Props) {
  const { say } = useBuilder();
  switch (op) {
    case 'is-set':
    case 'is-empty':
      return null;
    case 'evidence':
      return <EvidenceEditor {...{ say, typed, onChange }} ages={field.startsWith('answer.')} />;
    case 'is':
    case 'is-not':
    case 'contains':
    case 'includes':
      return <OneText {...{ field, typed, onChange }} />;
    case 'one-of':
    case 'none-of':
    case 'includes-any':
    case 'includes-all':
      return <SeveralTexts {...{ field, typed, onChange }} />;
    case 'equals':
    case 'differs':
    case 'more-than':
    case 'at-least':
    case 'less-than':
    case 'at-most':
      return <Decimal {...{ field, typed, onChange }} part="decimal" />;
    case 'between':
      return (
        <>
          <Decimal {...{ field, typed, onChange }} part="low" />
          <Decimal {...{ field, typed, onChange }} part="high" />
        </>
      );
    case 'currency-in':
      return <Currencies {...{ field, typed, onChange }} />;
    case 'before':
    case 'on-or-before':
    case 'after':
    case 'on-or-after':
      return <DayEditor {...{ say, typed, onChange }} />;
    case 'count-at-least':
    case 'count-at-most':
      return <Count {...{ field, typed, onChange }} />;
  }
}

type PartProps = Omit<Props, 'op'>;

const PART_KEYS = {
  decimal: 'cond_value',
  low: 'cond_value_low',
  high: 'cond_value_high',
} as const;

function Decimal(props: PartProps & { readonly part: keyof typeof PART_KEYS }) {
  const { field, part, typed, onChange } = props;
  const { say, playbook } = useBuilder();
  const [currency, ...others] = playbook.currencies;
  const isMoney = field === 'amount' && others.length === 0;
  return (
    <DecimalText
      say={say}
      label={say.t(PART_KEYS[part])}
      labelHidden={part === 'decimal'}
      value={typed[part]}
      unit={field === 'probability' ? '%' : isMoney ? currency : undefined}
      onChange={(value) => {
        onChange({ [part]: value });
      }}
    />
  );
}

function Count({ typed, onChange }: PartProps) {
  const { say } = useBuilder();
  return (
    <WholeText
      say={say}
      label={say.t('cond_count')}
      value={typed.count}
      onChange={(count) => {
        onChange({ count });
      }}
    />
  );
}

function OneText({ field, typed, onChange }: PartProps) {
  const { say, playbook, known } = useBuilder();
  return (
    <TextValue
      say={say}
      label={say.t('cond_value')}
      choices={choicesOf(field, playbook, known, say)}
      value={typed.text}
      shown={shownText(field, typed.text, known, say)}
      onChange={(text) => {
        onChange({ text });
      }}
    />
  );
}

function SeveralTexts({ field, typed, onChange }: PartProps) {
  const { say, playbook, known } = useBuilder();
  return (
    <TextValues
      say={say}
      label={say.t('cond_values')}
      choices={choicesOf(field, playbook, known, say)}
      values={typed.texts}
      wordOf={(value) => shownText(field, value, known, say)}
      onChange={(texts) => {
        onChange({ texts });
      }}
    />
  );
}

/** Currency codes; none takes those of the playbook. */
function Currencies({ typed, onChange }: PartProps) {
  const { say, playbook } = useBuilder();
  const options = playbook.currencies.map((code) => ({ id: code, text: code }));
  return (
    <>
      <TextValues
        say={say}
        label={say.t('cond_currencies')}
        choices={{ options, closed: false }}
        values={typed.codes}
        wordOf={(code) => code}
        onChange={(codes) => {
          onChange({ codes: codes.map((code) => code.toUpperCase()) });
        }}
      />
      {typed.codes.length === 0 && <p className="op-small">{say.t('cond_currencies_hint')}</p>}
    </>
  );
}
