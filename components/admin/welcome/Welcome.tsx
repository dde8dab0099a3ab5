import { useEffect, useMemo, useState } from 'react';
import type { WelcomeActions, WelcomeView } from '../../../lib/app/admin/welcome-model.ts';
import type { Words } from '../../../lib/app/words.ts';
import { createFormat } from '../../card/format.ts';
import { hashOf } from '../../options/routes.ts';
import type { Say } from '../../options/say.ts';
import { useLook } from '../../options/use-look.ts';
import { CrmStep } from './CrmStep.tsx';
import { DealStep } from './DealStep.tsx';
import { Picture } from './Picture.tsx';
import { PlaybookStep } from './PlaybookStep.tsx';

export interface WelcomeProps {
  readonly actions: WelcomeActions;
  readonly t: Words;
  readonly locale: string;
}

/** What each step is given. */
export interface StepProps {
  readonly view: WelcomeView;
  readonly actions: WelcomeActions;
  readonly say: Say;
  readonly again: () => Promise<void>;
}

/** The steps that are done, in their order. */
const doneOf = ({ hosts, playbook, deal }: WelcomeView): readonly [boolean, boolean, boolean] => [
  hosts.length > 0,
  playbook.kind !== 'open',
  deal,
];

/** What a new installation opens with: what Dealside is, and three steps that tick themselves. */
export function Welcome({ actions, t, locale }: WelcomeProps) {
  const say = useMemo<Say>(() => ({ t, fmt: createFormat(locale, '', t) }), [t, locale]);
  const [turn, setTurn] = useState(0);
  const { found: view, again } = useLook(actions.look, turn);
  useEffect(
    () =>
      actions.watch(() => {
        setTurn((before) => before + 1);
      }),
    [actions],
  );
  return (
    <main className="wl-page" aria-busy={!view}>
      <header className="wl-hero">
        <div>
          <p className="op-brand">{t('extensionName')}</p>
          <h1>{t('welcome_title')}</h1>
          <p className="wl-what">{t('welcome_what')}</p>
          <p className="wl-stays">{t('welcome_stays')}</p>
        </div>
        {view && <Picture gates={view.gates} say={say} />}
      </header>
      {view ? <Steps {...{ view, actions, say, again }} /> : <p>{t('options_loading')}</p>}
      <footer className="wl-foot">
        <a className="wl-settings" href="/options.html">
          {t('welcome_settings')}
        </a>
        <p className="op-small">
          <a href={`/options.html${hashOf('about')}`}>{t('welcome_back')}</a>
        </p>
      </footer>
    </main>
  );
}

function Steps(props: StepProps) {
  const { t } = props.say;
  const [crm, playbook, deal] = doneOf(props.view);
  const count = [crm, playbook, deal].filter(Boolean).length;
  return (
    <section aria-labelledby="wl-steps">
      <div className="wl-progress">
        <h2 id="wl-steps">{t('welcome_steps')}</h2>
        <p role="status">{count === 3 ? t('welcome_all_done') : t('welcome_progress', [count])}</p>
      </div>
      <ol className="wl-steps">
        <Step number={1} title={t('welcome_crm_title')} done={crm} say={props.say}>
          <CrmStep {...props} />
        </Step>
        <Step number={2} title={t('welcome_playbook_title')} done={playbook} say={props.say}>
          <PlaybookStep {...props} />
        </Step>
        <Step number={3} title={t('welcome_deal_title')} done={deal} say={props.say}>
          <DealStep {...props} />
        </Step>
      </ol>
    </section>
  );
}

interface FrameProps {
  readonly number: number;
  readonly title: string;
  readonly done: boolean;
  readonly say: Say;
  readonly children: React.ReactNode;
}

function Step({ number, title, done, say: { t, fmt }, children }: FrameProps) {
  return (
    <li className={done ? 'op-panel wl-step wl-done' : 'op-panel wl-step'}>
      <span className="wl-number" aria-hidden="true">
        {done ? <Tick /> : fmt.number(number)}
      </span>
      <div className="wl-body">
        <h3>
          {title}
          {done && <span className="op-tag op-tag-in-force">{t('welcome_done')}</span>}
        </h3>
        {children}
      </div>
    </li>
  );
}

const Tick = () => (
  <svg viewBox="0 0 16 16" width="16" height="16">
    <path
      d="M3 8.5 6.5 12 13 4.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
