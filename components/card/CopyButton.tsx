import { Button } from '../ui/Button.tsx';
import { useCard } from './context.ts';

/** Copies a text, and says whether the browser allowed it. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t, actions, say } = useCard();
  const copy = async (): Promise<void> => {
    const copied = await actions.copy(text).catch(() => false);
    say(t(copied ? 'save_copied' : 'save_not_copied'));
  };
  return (
    <Button look="quiet" busy={text.trim() === ''} onClick={() => void copy()}>
      {label ?? t('form_copy')}
    </Button>
  );
}
