import { useLayoutEffect, useRef, useState } from 'react';
import type { Followed } from '../../../lib/app/playbook-feed-page.ts';
import { SAVE_FAULT_KEYS } from '../../card/fault-words.ts';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../form/TextInput.tsx';
import { CHECKED, WRONG } from './feed-words.ts';
import type { FeedDesk } from './FeedSection.tsx';

interface Props extends FeedDesk {
  readonly onClose: () => void;
}

/** The address to follow, and the key that its playbook must be signed with. */
export function FeedForm(props: Props) {
  const { desk, view, onClose } = props;
  const { say, actions } = desk;
  const { t } = say;
  const [first, second] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  // A screen reader hears what is wrong with the field that it is brought to.
  const form = useFeedForm(props, (what) => {
    (what === 'key' ? second : first).current?.focus();
  });
  const { what, url, key, busy } = form;
  const changing = view.feed !== null;
  useLayoutEffect(() => {
    if (changing) first.current?.focus();
  }, [changing, first]);
  const address = actions.feed.address(url);
  return (
    <form
      className="op-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void form.follow();
      }}
    >
      <TextInput
        ref={first}
        label={t('feed_address')}
        hint={t('feed_address_hint')}
        say={say}
        value={url}
        inputMode="url"
        wrong={what !== null && what !== 'key' ? t(WRONG[what]) : undefined}
        onChange={form.setUrl}
      />
      {address.ok && address.open && <p className="op-small">{t('feed_open')}</p>}
      <TextInput
        ref={second}
        label={t('feed_key')}
        hint={t('feed_key_hint')}
        say={say}
        value={key}
        wrong={what === 'key' ? t('feed_why_key') : undefined}
        onChange={form.setKey}
      />
      <div className="op-actions">
        <Button type="submit" look="main" busy={busy}>
          {t('feed_follow')}
        </Button>
        {changing && <Button onClick={onClose}>{t('form_cancel')}</Button>}
      </div>
      <p role="alert" className="op-wrong">
        {form.fault && t(SAVE_FAULT_KEYS[form.fault])}
      </p>
    </form>
  );
}

type Wrong = Extract<Followed, { readonly wrong: unknown }>['wrong'];

/** What stands in the form, and what is wrong with it. */
function useFeedForm({ desk, view, done, onClose }: Props, onWrong: (what: Wrong) => void) {
  const { say, actions } = desk;
  const [url, setUrl] = useState(view.feed?.url ?? '');
  const [key, setKey] = useState(view.feed?.key ?? '');
  const [wrong, setWrong] = useState<Followed | null>(null);
  const [busy, setBusy] = useState(false);
  const follow = async (): Promise<void> => {
    setBusy(true);
    const result = await actions.feed.follow(url, key);
    setBusy(false);
    setWrong(result.ok ? null : result);
    if ('wrong' in result) onWrong(result.wrong);
    if (!result.ok) return;
    await done(say.t(CHECKED[result.checked]));
    onClose();
  };
  const typing =
    (set: (text: string) => void) =>
    (text: string): void => {
      set(text);
      setWrong(null);
    };
  return {
    ...{ url, key, busy, follow },
    setUrl: typing(setUrl),
    setKey: typing(setKey),
    what: wrong && 'wrong' in wrong ? wrong.wrong : null,
    fault: wrong && 'fault' in wrong ? wrong.fault : null,
  };
}
