import type { SaveResult } from '../../lib/messaging/protocol.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCard } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { addDays } from './days.ts';
import type { DraftHandle } from './drafts.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { useDraftForm } from './use-draft-form.ts';

interface Props {
  /** What the form is, for a screen reader. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly handle: DraftHandle;
  /** The form's date: optional for an answer, needed and in the future for an exception. */
  readonly date?: { readonly label: string; readonly future: boolean } | undefined;
  /** It can be saved without a text. */
  readonly optional?: boolean;
  readonly save: (text: string, date: string) => Promise<SaveResult>;
  readonly done: string;
  readonly onLeave: (form: HTMLElement | null) => void;
}

/** A form inside the card. Its text stays until it was saved or the rep throws it away. */
export function DraftForm(props: Props) {
  const { name, label, hint, handle, date, optional = false, save, done, onLeave } = props;
  const { t, today } = useCard();
  const future = date?.future ?? false;
  const { form, state, ready, late, submit, cancel, onKeyDown } = useDraftForm({
    handle,
    future,
    optional,
    save,
    done,
    onLeave,
  });
  const { draft, set } = handle;
  return (
    <form
      ref={form}
      className="ds-form"
      aria-label={name}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={label}
        hint={hint}
        value={draft.text}
        onChange={(text) => {
          set({ text });
        }}
        t={t}
        autoFocus
      />
      {date && (
        <DateField
          label={date.label}
          value={draft.date}
          min={future ? addDays(today, 1) : undefined}
          wrong={late ? t('form_date_future') : undefined}
          onChange={(day) => {
            set({ date: day });
          }}
        />
      )}
      <SaveStatus state={state} />
      <div className="ds-actions">
        <Button look="main" type="submit" busy={!ready || state.is === 'saving'}>
          {t('form_save')}
        </Button>
        <Button onClick={cancel}>{t('form_cancel')}</Button>
        {state.is === 'fault' && <CopyButton text={draft.text} />}
      </div>
    </form>
  );
}
