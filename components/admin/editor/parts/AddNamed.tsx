import { useRef, useState } from 'react';
import type { Say } from '../../../options/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextInput } from '../../form/TextInput.tsx';

interface Props {
  readonly say: Say;
  readonly label: string;
  readonly hint?: string;
  /** What the button says. */
  readonly add: string;
  readonly onAdd: (name: string) => void;
}

/** A form of one line that adds an entry by its name. */
export function AddNamed({ say, label, hint, add, onAdd }: Props) {
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const missing = asked && name.trim() === '';
  return (
    <form
      className="pt-add"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(name.trim() === '');
        if (name.trim() === '') {
          input.current?.focus();
          return;
        }
        onAdd(name.trim());
        setName('');
      }}
    >
      <TextInput
        ref={input}
        say={say}
        label={label}
        hint={hint}
        most={120}
        value={name}
        wrong={missing ? say.t('parts_name_first') : undefined}
        onChange={setName}
      />
      <Button type="submit" data-add>
        {add}
      </Button>
    </form>
  );
}
