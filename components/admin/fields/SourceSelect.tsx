import { FIELD_NAMES, FIELDS, type Kind } from '../../../lib/core/fields.ts';
import type { Playbook } from '../../../lib/core/playbook.ts';
import { FIELD_KEYS } from '../../card/labels.ts';
import type { Say } from '../../options/say.ts';
import { Field } from '../form/Field.tsx';
import { canBe, type CrmInUse, type FactPath } from './sources.ts';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly crm: CrmInUse;
  readonly playbook: Playbook;
  readonly fact: { readonly path: FactPath; readonly kind: Kind };
  /** As idOf() writes it; "" for what the adapter reads. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly off: boolean;
}

interface Group {
  readonly title: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** Where a fact comes from: as Dealside reads it, another field, a custom field, or an answer. */
export function SourceSelect(props: Props) {
  const { say, label, fact, value, onChange, off } = props;
  const groups = groupsOf(props);
  const isKnown =
    value === '' || groups.some(({ options }) => options.some(([id]) => id === value));
  const own = fact.path.startsWith('custom.');
  return (
    <Field say={say} label={label}>
      {(framed) => (
        <select
          {...framed}
          className="ds-input fm-input fm-select"
          value={value}
          disabled={off}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          <option value="">{say.t(own ? 'fields_from_none' : 'fields_from_crm')}</option>
          {!isKnown && (
            <option value={value}>
              {say.t('fields_from_gone', [value.slice(value.indexOf(':') + 1)])}
            </option>
          )}
          {groups.map(
            ({ title, options }) =>
              options.length > 0 && (
                <optgroup key={title} label={title}>
                  {options.map(([id, text]) => (
                    <option key={id} value={id}>
                      {text}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      )}
    </Field>
  );
}

function groupsOf({ say, crm, playbook, fact }: Props): readonly Group[] {
  const { t, fmt } = say;
  const { path, kind } = fact;
  const fields = FIELD_NAMES.filter((name) => name !== path && canBe(FIELDS[name], kind));
  // The date of an answer stands in for a date, and its text for everything else.
  const answers = playbook.answers.flatMap(({ key, label, date }): Group['options'] => {
    if (kind !== 'date') return [[`answer:${key}`, fmt.text(label)]];
    return date ? [[`date:${key}`, `${fmt.text(label)}: ${fmt.text(date)}`]] : [];
  });
  return [
    {
      title: t('fields_group_custom'),
      options: crm.custom.map((name) => [`custom:${name}`, name] as const),
    },
    {
      title: t('fields_group_field'),
      options: fields.map((name) => [`field:${name}`, fmt.capital(t(FIELD_KEYS[name]))] as const),
    },
    { title: t('fields_group_answer'), options: answers },
  ];
}
