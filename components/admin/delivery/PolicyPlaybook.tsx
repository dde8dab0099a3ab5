import { playbookOf } from '../../../lib/app/options-model.ts';
import type { MessageKey } from '../../../lib/app/words.ts';
import { playbookName } from '../../options/say.ts';
import { TextInput } from '../form/TextInput.tsx';
import { WRONG } from './feed-words.ts';
import type { Wish } from './policy-wish.ts';
import type { WishProps } from './PolicyWriter.tsx';

type Way = Wish['playbook'];

const ABOUT: Readonly<Record<Way, MessageKey | undefined>> = {
  none: undefined,
  inline: 'policy_write_inline_about',
  url: 'policy_write_url_about',
};

/** Which playbook every browser is to have: none, the one in force here, or one that it fetches. */
export function PolicyPlaybook(props: WishProps) {
  const { desk, wish, onChange } = props;
  const { say, view } = desk;
  const { t } = say;
  const playbook = playbookOf(view.inForce);
  const ways: readonly Way[] = playbook ? ['none', 'inline', 'url'] : ['none', 'url'];
  const nameOf = (way: Way): string => {
    if (way === 'url') return t('policy_write_url');
    if (way === 'none' || !playbook) return t('policy_write_none');
    return t('policy_write_inline', [playbookName(playbook, say), playbook.version]);
  };
  return (
    <fieldset className="dl-group">
      <legend className="fm-label">{t('policy_write_playbook')}</legend>
      {ways.map((way) => {
        const id = `policy-playbook-${way}`;
        const about = ABOUT[way];
        return (
          <div key={way} className="dl-choice">
            <input
              id={id}
              type="radio"
              name="policy-playbook"
              checked={wish.playbook === way}
              aria-describedby={about && `${id}-about`}
              onChange={() => {
                onChange({ playbook: way });
              }}
            />
            <div>
              <label htmlFor={id}>{nameOf(way)}</label>
              {about && (
                <p id={`${id}-about`} className="op-small">
                  {t(about)}
                </p>
              )}
            </div>
          </div>
        );
      })}
      {wish.playbook === 'url' && <FeedFields {...props} />}
    </fieldset>
  );
}

function FeedFields({ desk, wish, wrong, onChange }: WishProps) {
  const { say, actions } = desk;
  const { t } = say;
  const address = actions.feed.address(wish.url);
  return (
    <div className="dl-feed">
      <TextInput
        label={t('feed_address')}
        say={say}
        value={wish.url}
        inputMode="url"
        wrong={wrong.includes('url') && !address.ok ? t(WRONG[address.wrong]) : undefined}
        onChange={(url) => {
          onChange({ url });
        }}
      />
      <TextInput
        label={t('feed_key')}
        say={say}
        value={wish.key}
        wrong={wrong.includes('key') ? t('feed_why_key') : undefined}
        onChange={(key) => {
          onChange({ key });
        }}
      />
    </div>
  );
}
