import { useId, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import type { StepProps } from './Welcome.tsx';

type Answer = 'refused' | 'no-address' | null;

/** The first step: the host of the CRM. */
export function CrmStep(props: StepProps) {
  const { view, say } = props;
  const { t, fmt } = say;
  const [more, setMore] = useState(false);
  const done = view.hosts.length > 0;
  const names = view.hosts.map(({ host }) => host || t('options_sites_all'));
  return (
    <>
      {done && <p>{t('welcome_crm_granted', [fmt.list(names)])}</p>}
      {view.hosts.map(
        ({ host, crm }) => crm && <p key={host}>{t('welcome_crm_found', [crm, host])}</p>,
      )}
      {!done && <p>{t('welcome_crm_lead')}</p>}
      {done && !more ? (
        <div className="op-actions">
          <Button
            onClick={() => {
              setMore(true);
            }}
          >
            {t('welcome_crm_more')}
          </Button>
        </div>
      ) : (
        <Address {...props} takeFocus={more} />
      )}
      {!done && <p className="op-small">{t('welcome_crm_or')}</p>}
      <p className="op-small">{t('welcome_crm_known', [fmt.list(view.crms)])}</p>
    </>
  );
}

function Address({ actions, say, again, takeFocus }: StepProps & { readonly takeFocus: boolean }) {
  const { t } = say;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [address, setAddress] = useState('');
  const [answer, setAnswer] = useState<Answer>(null);
  const ask = async (asking: ReturnType<typeof actions.grant>): Promise<void> => {
    const result = await asking;
    setAnswer(result === 'granted' ? null : result);
    if (result === 'granted') setAddress('');
    else input.current?.focus();
    await again();
  };
  return (
    <form
      className="wl-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        // The browser asks its question only in the click itself.
        void ask(actions.grant(address));
      }}
    >
      <div className="op-field">
        <label htmlFor={id}>{t('welcome_crm_label')}</label>
        <input
          ref={input}
          id={id}
          className="ds-input op-input"
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          autoFocus={takeFocus}
          value={address}
          aria-invalid={answer === 'no-address' ? true : undefined}
          aria-describedby={`${id}-hint ${id}-said`}
          onChange={(event) => {
            setAnswer(null);
            setAddress(event.target.value);
          }}
        />
        <p className="op-small" id={`${id}-hint`}>
          {t('welcome_crm_hint')}
        </p>
      </div>
      <Button look="main" type="submit">
        {t('welcome_crm_use')}
      </Button>
      <p role="status" id={`${id}-said`} className="op-wrong">
        {answer === 'no-address' && t('welcome_crm_address')}
        {answer === 'refused' && t('welcome_crm_refused', [address])}
      </p>
    </form>
  );
}
