/** The head of every page: what this is, where to go, who looks and in which language. */
import {useRef} from 'preact/hooks';
import {resetShop, type StaffChoice} from './api.ts';
import {Anchor} from './parts.tsx';
import {useSession} from './session.ts';
import type {Language} from './words.ts';

interface HeaderProps {
  path: string;
  onLanguage(language: Language): void;
  onStaff(staff: StaffChoice): void;
  onReset(): void;
}

export function Header({path, onLanguage, onStaff, onReset}: HeaderProps) {
  const {config, language, staff, words, toast} = useSession();
  const hasHome = config.extensions.some((extension) => extension.target === 'admin.app.home.render');
  const asking = useRef<HTMLDialogElement>(null);
  const reset = (): void => {
    asking.current?.close();
    resetShop().then(onReset, (error: unknown) => toast(`${words.failed}: ${String(error)}`, true));
  };
  return (
    <header class="top">
      <div class="bar">
        <div class="brand">
          <span class="shop">{config.shop}</span>
          <span class="stamp">{words.lab}</span>
        </div>
        <nav aria-label={words.lab}>
          <Anchor to="/" current={path === '/' || path.startsWith('/orders')}>
            {words.orders}
          </Anchor>
          {hasHome && (
            <Anchor to="/app" current={path === '/app'}>
              {words.app}
            </Anchor>
          )}
          <Anchor to="/flow" current={path.startsWith('/flow')}>
            {words.flow}
          </Anchor>
        </nav>
        <label class="switch">
          <span>{words.staff}</span>
          <select
            aria-label={words.staff}
            value={staff.id}
            onChange={(event) => {
              const chosen = config.staff.find((one) => one.id === event.currentTarget.value);
              if (chosen) onStaff(chosen);
            }}
          >
            {config.staff.map((one) => (
              <option value={one.id}>
                {one.name} · {one.note[language] ?? one.note['en']}
              </option>
            ))}
          </select>
        </label>
        <label class="switch">
          <span>{words.language}</span>
          <select
            aria-label={words.language}
            value={language}
            onChange={(event) => onLanguage(event.currentTarget.value as Language)}
          >
            <option value="en">English</option>
            <option value="nl">Nederlands</option>
          </select>
        </label>
        <button type="button" class="quiet" onClick={() => asking.current?.showModal()}>
          {words.reset}
        </button>
      </div>
      <dialog
        ref={asking}
        class="question"
        role="alertdialog"
        aria-label={words.reset}
        aria-describedby="reset-question"
      >
        <p id="reset-question">{words.resetAsk}</p>
        <div class="answers">
          <button type="button" onClick={() => asking.current?.close()}>
            {words.cancel}
          </button>
          <button type="button" class="danger" onClick={reset}>
            {words.reset}
          </button>
        </div>
      </dialog>
      <p class="notice">{words.labNote}</p>
    </header>
  );
}
