import { useId } from 'react';
import { codeName, type Say } from './say.ts';

interface Props {
  readonly say: Say;
  readonly value: string;
  /** The codes that were understood, to be named. */
  readonly codes: readonly string[];
  /** What is no code, once that was asked. */
  readonly wrong: readonly string[];
  readonly onChange: (text: string) => void;
}

/** Currency codes as a list, with their names under it. */
export function CurrencyField({ say, value, codes, wrong, onChange }: Props) {
  const { t, fmt } = say;
  const id = useId();
  const names = fmt.list(codes.map((code) => codeName(code, 'currency', say)));
  const isWrong = wrong.length > 0;
  return (
    <div className="op-field">
      <label htmlFor={id}>{t('options_currencies')}</label>
      <p className="op-small" id={`${id}-hint`}>
        {t('options_currencies_hint')}
      </p>
      <input
        id={id}
        className="ds-input op-input"
        type="text"
        value={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-describedby={`${id}-hint ${id}-said`}
        aria-invalid={isWrong || undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p role="status" id={`${id}-said`} className={isWrong ? 'op-small op-wrong' : 'op-small'}>
        {isWrong ? t('options_currencies_wrong', [fmt.list(wrong)]) : fmt.capital(names)}
      </p>
    </div>
  );
}
