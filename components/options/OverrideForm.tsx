import { useId, useState } from 'react';
import { MOST, readLines } from '../../lib/app/options-health-lines.ts';
import { playbookOf } from '../../lib/app/options-model.ts';
import type { Health, Places } from '../../lib/app/options-health.ts';
import type { Selectors } from '../../lib/core/overrides.ts';
import { Button } from '../ui/Button.tsx';
import type { Desk } from './desk.ts';
import type { Say } from './say.ts';

interface Props {
  readonly desk: Desk;
  readonly crm: string;
  readonly run: Health['off'][number];
  /** Where on the page it is, for what is said of it. */
  readonly place: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The team's own places of a field in a CRM, where there are any. */
export const placesOf = (
  selectors: Selectors | undefined,
  crm: string,
  field: string,
): Places | undefined => (selectors?.[crm] as Record<string, Places> | undefined)?.[field];

/** Selectors for one field, one a line, which become part of the playbook. */
export function OverrideForm({ desk, crm, run, place, name, onClose }: Props) {
  const { actions, publishing, say, view } = desk;
  const { t } = say;
  const { field, state } = run;
  const before = placesOf(playbookOf(view.inForce)?.selectors, crm, field);
  const [text, setText] = useState(before?.[state]?.join('\n') ?? '');
  const [asked, setAsked] = useState(false);
  const { lines, wrong } = readLines(text);
  const said = asked ? faultIn() : '';
  const publish = async (): Promise<void> => {
    setAsked(true);
    if (lines.length === 0 || lines.length > MOST || wrong) return;
    const places: Places = { ...before, [state]: lines };
    if (await publishing.run(place, () => actions.publishPlaces(crm, field, places))) onClose();
  };
  return (
    <form
      className="op-confirm"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <SelectorsField
        {...{ name, text, said, say }}
        onChange={(changed) => {
          publishing.forget();
          setText(changed);
        }}
      />
      <p className="op-small">{t('options_override_note')}</p>
      <div className="op-actions">
        <Button type="submit" look="main" busy={publishing.busy}>
          {t('options_publish', [view.next])}
        </Button>
        <Button onClick={onClose}>{t('options_cancel')}</Button>
      </div>
    </form>
  );

  function faultIn(): string {
    if (lines.length === 0) return t('options_override_empty');
    if (lines.length > MOST) return t('options_override_many', [MOST]);
    return wrong ? t('options_override_wrong', [wrong.line, wrong.text]) : '';
  }
}

interface FieldProps {
  readonly name: string;
  readonly text: string;
  /** What is wrong with it, once that was asked. */
  readonly said: string;
  readonly say: Say;
  readonly onChange: (text: string) => void;
}

function SelectorsField({ name, text, said, say: { t }, onChange }: FieldProps) {
  const id = useId();
  return (
    <div className="op-field">
      <label htmlFor={id}>{t('options_override_label', [name])}</label>
      <p className="op-small" id={`${id}-hint`}>
        {t('options_override_hint', [MOST])}
      </p>
      <textarea
        id={id}
        className="ds-input op-input op-selectors"
        rows={3}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoFocus
        aria-describedby={`${id}-hint ${id}-said`}
        aria-invalid={said !== '' || undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <p role="status" id={`${id}-said`} className="op-small op-wrong">
        {said}
      </p>
    </div>
  );
}
