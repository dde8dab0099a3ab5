import { useId, useMemo } from 'react';
import type { Desk } from './desk.ts';
import { codeName } from './say.ts';
import { useLook } from './use-look.ts';

interface Props {
  readonly desk: Desk;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The country whose public holidays are no working days, by name. */
export function CountrySelect({ desk: { actions, say }, value, onChange }: Props) {
  const { t, fmt } = say;
  const id = useId();
  const { found: countries } = useLook(actions.countries, null);
  const named = useMemo(() => {
    const { compare } = new Intl.Collator(fmt.locale);
    // The playbook's own country stays to be seen, even where no holidays of it are known.
    const codes = new Set([...(countries ?? []), ...(value === '' ? [] : [value])]);
    return [...codes]
      .map((code) => ({ code, name: codeName(code, 'region', { t, fmt }) }))
      .toSorted((a, b) => compare(a.name, b.name));
  }, [countries, value, t, fmt]);
  return (
    <div className="op-field">
      <label htmlFor={id}>{t('options_country')}</label>
      <p className="op-small" id={`${id}-hint`}>
        {countries?.length === 0 ? t('options_country_missing') : t('options_country_hint')}
      </p>
      <select
        id={id}
        className="ds-input op-input"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      >
        <option value="">{t('options_country_none')}</option>
        {named.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
