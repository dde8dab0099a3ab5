import { useId, useState } from 'react';
import type { CheckedAddress, SiteAddress } from '../../lib/app/options-custom.ts';
import type { MessageKey, Words } from '../../lib/app/words.ts';
import { Button } from '../ui/Button.tsx';
import type { CustomDesk } from './CustomSection.tsx';

const WRONG: Readonly<Record<NonNullable<CheckedAddress['wrong']>, MessageKey>> = {
  empty: 'options_custom_bad_empty',
  text: 'options_custom_bad_text',
  kind: 'options_custom_bad_kind',
};

/** Adds a site: its address, the browser's permission, and then the pointing. */
export function CustomSite({ desk: { custom, say } }: { readonly desk: CustomDesk }) {
  const { t } = say;
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState('');
  const [allowed, setAllowed] = useState<SiteAddress | null>(null);
  // Nothing is waited for before the browser's question: it must be asked in the click itself.
  const add = (): void => {
    const { address, wrong: what } = custom.address(text);
    setAllowed(null);
    setWrong(what === null ? '' : t(WRONG[what]));
    if (!address) return;
    void custom.allow(address).then((granted) => {
      if (granted) setAllowed(address);
      else setWrong(t('options_custom_denied', [address.host]));
    });
  };
  const point = async (address: SiteAddress): Promise<void> => {
    if (!(await custom.point(address))) setWrong(t('options_custom_not_started'));
  };
  return (
    <form
      className="op-form op-field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <AddressField
        id={id}
        text={text}
        wrong={wrong !== ''}
        t={t}
        onChange={(next) => {
          setText(next);
          setWrong('');
        }}
      />
      <p role="status" id={`${id}-said`} className={wrong === '' ? undefined : 'op-wrong'}>
        {wrong !== '' ? wrong : allowed && t('options_custom_allowed', [allowed.host])}
      </p>
      {allowed && (
        <div className="op-actions">
          <Button look="main" onClick={() => void point(allowed)}>
            {t('options_custom_point')}
          </Button>
        </div>
      )}
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly text: string;
  readonly wrong: boolean;
  readonly t: Words;
  readonly onChange: (text: string) => void;
}

function AddressField({ id, text, wrong, t, onChange }: FieldProps) {
  return (
    <div>
      <label htmlFor={id}>{t('options_custom_address')}</label>
      <div className="op-actions">
        <input
          id={id}
          className="ds-input op-input op-address"
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://crm.example.com"
          value={text}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={`${id}-said`}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
        <Button type="submit">{t('options_custom_add')}</Button>
      </div>
    </div>
  );
}
