import { useRef, useState, type ReactNode } from 'react';
import type { Health } from '../../lib/app/options-health.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { FieldName } from '../../lib/core/fields.ts';
import { FIELD_KEYS } from '../card/labels.ts';
import { heldBy } from '../admin/delivery/held.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import { Outcome } from './Outcome.tsx';
import { OverrideForm } from './OverrideForm.tsx';
import type { Say } from './say.ts';

type Run = Health['off'][number];

interface Props {
  readonly site: Health;
  readonly run: Run;
  readonly desk: Desk;
  readonly onForget: (name: string) => void;
}

/** "Amount, on the page". */
export const placeName = (
  { field, state }: { readonly field: FieldName; readonly state: Run['state'] },
  { t, fmt }: Say,
): string =>
  t(state === 'shown' ? 'options_health_on_page' : 'options_health_in_form', [
    fmt.capital(t(FIELD_KEYS[field])),
  ]);

/** A field that is switched off: what was seen, what the CRM says, and where it was looked for. */
export function HealthField({ site, run, desk, onForget }: Props) {
  const { t } = desk.say;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = placeName(run, desk.say);
  const place = `places:${site.site}:${site.crm}:${run.field}:${run.state}`;
  const held = heldBy(desk.view, 'playbook') ?? heldBy(desk.view, 'sites');
  const playbook = playbookOf(desk.view.inForce);
  const canCorrect = playbook !== null && !held && run.field !== 'lastContactBy';
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <li className="op-row op-health-field">
      <div className="op-row-text">
        <h4 className="op-strong">{name}</h4>
        <Seen run={run} label={site.label} say={desk.say} />
      </div>
      <div className="op-actions">
        {canCorrect && (
          <Button
            ref={button}
            aria-expanded={open}
            onClick={() => {
              desk.publishing.forget();
              setOpen(!open);
            }}
          >
            {t('options_health_correct')}
            <span className="ds-hidden">: {name}</span>
          </Button>
        )}
        <Button
          onClick={() => {
            onForget(name);
          }}
        >
          {t('options_health_forget')}
          <span className="ds-hidden">: {name}</span>
        </Button>
      </div>
      {open && <OverrideForm {...{ desk, run, place, name }} crm={site.crm} onClose={close} />}
      <Outcome result={desk.publishing.at(place)} say={desk.say} />
    </li>
  );
}

function Seen({
  run,
  label,
  say,
}: {
  readonly run: Run;
  readonly label: string;
  readonly say: Say;
}) {
  const { t, fmt } = say;
  const { result, saw, saved, selector, since, deals } = run;
  const quoted = (text: string): string =>
    text === '' ? t('options_health_empty') : t('want_text', [text]);
  return (
    <dl className="op-facts">
      <Line name={t('options_health_saw')}>
        {result === 'nothing-found' ? t('options_health_nothing') : quoted(saw ?? '')}
      </Line>
      {saved !== undefined && (
        <Line name={t('options_health_saved', [label])}>{quoted(saved)}</Line>
      )}
      {selector !== undefined && (
        <Line name={t('options_health_selector')}>
          <code className="op-code">{selector}</code>
        </Line>
      )}
      <Line name={t('options_since')}>
        {t('options_health_since', [fmt.date(since), deals.length])}
      </Line>
    </dl>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
