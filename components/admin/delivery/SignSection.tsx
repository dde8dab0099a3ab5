import { useId, useRef, useState } from 'react';
import { playbookOf } from '../../../lib/app/options-model.ts';
import { ChooseFile } from '../../options/ChooseFile.tsx';
import type { Desk } from '../../options/desk.ts';
import { download } from '../../options/download.ts';
import type { Say } from '../../options/say.ts';
import { Section } from '../../options/Section.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { OPENSSL } from '../../../lib/app/openssl.ts';

interface Props {
  readonly desk: Desk;
  /** The public key that this browser follows, if any. */
  readonly followed: string | undefined;
}

const KEY_FILE = 'dealside-key.pem';
/** A key file has a few hundred bytes. */
const LARGEST_KEY = 10_000;

/** Making a pair of keys, and signing the playbook in force with one. Neither is kept. */
export function SignSection({ desk, followed }: Props) {
  const { say, actions, view } = desk;
  const { t } = say;
  const [publicKey, setPublicKey] = useState('');
  const [said, setSaid] = useState('');
  const version = playbookOf(view.inForce)?.version;
  const make = async (): Promise<void> => {
    const pair = await actions.feed.makeKeys();
    if (pair) download(KEY_FILE, pair.pem);
    setPublicKey(pair?.publicKey ?? '');
    setSaid(pair ? t('feed_sign_made', [KEY_FILE]) : t('feed_sign_none'));
  };
  const sign = async (file: File): Promise<void> => {
    const { file: exported } = view;
    if (!exported || version === undefined) return;
    const pem = file.size > LARGEST_KEY ? '' : await file.text().catch(() => '');
    const signed = await actions.feed.sign(exported.text, pem);
    setPublicKey(signed?.publicKey ?? '');
    if (!signed) {
      setSaid(t('feed_sign_wrong'));
      return;
    }
    const name = exported.name.replace(/\.json$/, '.signed.json');
    download(name, signed.file);
    setSaid(t('feed_sign_done', [version, name]));
  };
  return (
    <Section title={t('feed_sign_title')} lead={t('feed_sign_lead')}>
      <div className="op-panel fd-panel">
        <h3 className="op-strong">{t('feed_sign_keys')}</h3>
        <p className="op-small">{t('feed_sign_keys_text')}</p>
        <div className="op-actions">
          <Button onClick={() => void make()}>{t('feed_sign_make')}</Button>
        </div>
        <hr className="op-rule" />
        <h3 className="op-strong">{t('feed_sign_do')}</h3>
        <SignWith say={say} version={version} onChoose={(file) => void sign(file)} />
        <p role="status" className="fd-said">
          {said}
        </p>
        {publicKey !== '' && <PublicKey desk={desk} publicKey={publicKey} followed={followed} />}
        <Disclosure summary={t('feed_sign_openssl')}>
          <p className="op-small">{t('feed_sign_openssl_text')}</p>
          <pre className="fd-shell" tabIndex={0} lang="en">
            {OPENSSL}
          </pre>
        </Disclosure>
      </div>
    </Section>
  );
}

interface SignProps {
  readonly say: Say;
  /** The number of the playbook in force, if there is one to sign. */
  readonly version: number | undefined;
  readonly onChoose: (file: File) => void;
}

function SignWith({ say: { t }, version, onChoose }: SignProps) {
  if (version === undefined) return <p className="op-small">{t('feed_sign_nothing')}</p>;
  return (
    <>
      <p className="op-small">{t('feed_sign_do_text', [version])}</p>
      <div className="op-actions">
        <ChooseFile accept=".pem" label={t('feed_sign_choose')} onChoose={onChoose} />
      </div>
    </>
  );
}

interface KeyProps extends Props {
  readonly publicKey: string;
}

/** The public key, to be copied. */
function PublicKey({ desk: { actions, say }, publicKey, followed }: KeyProps) {
  const { t } = say;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const copied = await actions.about.copy(publicKey);
    if (!copied) field.current?.select();
    setSaid(t(copied ? 'feed_sign_copied' : 'feed_sign_not_copied'));
  };
  return (
    <div className="fd-key">
      <label htmlFor={id} className="op-strong">
        {t('feed_sign_public')}
      </label>
      <div className="op-actions">
        <input
          ref={field}
          id={id}
          className="ds-input fd-code"
          type="text"
          readOnly
          value={publicKey}
          onFocus={({ currentTarget }) => {
            currentTarget.select();
          }}
        />
        <Button onClick={() => void copy()}>{t('feed_sign_copy')}</Button>
      </div>
      {followed !== undefined && followed !== publicKey && (
        <p className="op-small">{t('feed_sign_other')}</p>
      )}
      <p role="status" className="op-small">
        {said}
      </p>
    </div>
  );
}
