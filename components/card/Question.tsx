import { useId, useState } from 'react';
import type { Prompt } from '../../lib/core/assessment.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCard } from './context.ts';
import { CopyButton } from './CopyButton.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { useReply } from './use-reply.ts';

/**
 * The one question of now. While something is written under it, it stays, whatever else becomes more
 * pressing; once it is answered or put off it goes.
 */
export function OneQuestion() {
  const { view, drafts } = useCard();
  const [held, setHeld] = useState<Prompt | null>(view.prompt);
  const [gone, setGone] = useState<string | null>(null);
  const dealtWith = held !== null && held.id === gone;
  const writing = held !== null && !dealtWith && drafts.has(`prompt:${held.id}`);
  if (!writing && held?.id !== view.prompt?.id) setHeld(view.prompt);
  if (held === null || dealtWith) return null;
  return (
    <Question
      key={held.id}
      prompt={held}
      onGone={() => {
        setGone(held.id);
      }}
    />
  );
}

function Question({ prompt, onGone }: { prompt: Prompt; onGone: () => void }) {
  const { t, fmt, view } = useCard();
  const reply = useReply(prompt, onGone);
  const { text, day, state, ready, note } = reply;
  const id = useId();
  return (
    <section
      className="ds-section ds-ask"
      aria-labelledby={id}
      onFocus={() => {
        reply.setPresent(true);
      }}
      onBlur={() => {
        reply.setPresent(false);
      }}
    >
      <h3 className="ds-title">{t('prompt_title')}</h3>
      <p className="ds-asked" id={id}>
        {fmt.text(prompt.text)}
      </p>
      <p className="ds-quiet">{fmt.text(prompt.why)}</p>
      <TextField
        label={t('prompt_label')}
        labelHidden
        value={text}
        describedBy={id}
        onChange={reply.setText}
        t={t}
      />
      {day && <DateField label={day.label} value={day.value} onChange={reply.setDay} />}
      <SaveStatus state={state} />
      <div className="ds-actions">
        <Button
          look="main"
          busy={!ready || state.is === 'saving'}
          onClick={() => void reply.save()}
        >
          {t('form_save')}
        </Button>
        <Button onClick={() => void reply.putOff()}>{t('prompt_not_now')}</Button>
        {view.canShare ? (
          <Button look="quiet" busy={!ready} onClick={() => void reply.share()}>
            {t('prompt_share')}
          </Button>
        ) : (
          <CopyButton text={note} label={t('prompt_copy')} />
        )}
      </div>
    </section>
  );
}
