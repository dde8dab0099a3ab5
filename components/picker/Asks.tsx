import { useId, useState } from 'react';
import type { Ask, PickedField } from '../../lib/app/picker-model.ts';
import { Button } from '../ui/Button.tsx';
import type { PanelProps } from './PickerPanel.tsx';
import { StagesAsk } from './StagesAsk.tsx';

/** What the page leaves open about the site's way of writing. */
export function Asks({ view, actions, say }: PanelProps) {
  if (view.asks.length === 0) return null;
  return (
    <div className="ds-section ds-pick-text">
      <h3 className="ds-title">{say.t('picker_asks')}</h3>
      {view.asks.map((ask) => (
        <OneAsk key={ask.kind} ask={ask} {...{ view, actions, say }} />
      ))}
    </div>
  );
}

/** The questions that a field's own line answers best, where it was pointed at just now. */
export function asksAbout(field: PickedField, asks: readonly Ask[]): readonly Ask[] {
  const saw = field.fact?.is === 'unknown' ? field.fact.saw : undefined;
  return asks.filter((ask) => {
    if (ask.kind === 'currency') return field.field === 'amount';
    if (ask.kind === 'stages') return field.field === 'stage';
    return ask.saw === saw;
  });
}

/** One question, with what each answer would make of what is read. */
export function OneAsk({ ask, view, actions, say }: PanelProps & { readonly ask: Ask }) {
  const { t, fmt } = say;
  if (ask.kind === 'currency') return <CurrencyAsk {...{ view, actions, say }} />;
  if (ask.kind === 'stages') return <StagesAsk labels={ask.labels} {...{ actions, say }} />;
  const choices =
    ask.kind === 'date-order'
      ? ask.choices.map(({ order, day }) => ({
          key: order,
          text: fmt.date(day),
          choose: () => {
            actions.write({ dateOrder: order });
          },
        }))
      : ask.choices.map(({ locale, amount }) => ({
          key: locale,
          text: fmt.number(amount),
          choose: () => {
            actions.write({ locale });
          },
        }));
  return (
    <div role="group" aria-label={t('picker_means', [ask.saw])} className="ds-pick-ask">
      <p>{t('picker_means', [ask.saw])}</p>
      <div className="ds-actions">
        {choices.map(({ key, text, choose }) => (
          <Button key={key} onClick={choose}>
            {text}
          </Button>
        ))}
      </div>
    </div>
  );
}

function CurrencyAsk({ actions, say: { t } }: PanelProps) {
  const id = useId();
  const [text, setText] = useState('');
  const code = text.trim().toUpperCase();
  const known = Intl.supportedValuesOf('currency').includes(code);
  return (
    <form
      className="ds-pick-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (known) actions.write({ currency: code });
      }}
    >
      <label className="ds-label" htmlFor={id}>
        {t('picker_currency')}
      </label>
      <div className="ds-pick-code">
        <input
          id={id}
          className="ds-input"
          value={text}
          maxLength={3}
          placeholder="EUR"
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
        <Button type="submit" busy={!known}>
          {t('picker_use')}
        </Button>
      </div>
    </form>
  );
}
