import { en, KEYS } from '../../words/console.en';
import { useStore } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';

/** Every key, in one list. */
export const KeysDialog = () => {
  const store = useStore();
  const close = (): void => {
    store.keysOpen.value = false;
  };
  return (
    <Dialog title={en.keysPage.title} close={close}>
      <p class="hint">{en.keysPage.note}</p>
      <dl class="keys">
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-acts">
        <Act main onClick={close}>
          {en.keysPage.close}
        </Act>
      </div>
    </Dialog>
  );
};
