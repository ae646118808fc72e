import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../../ui/button.tsx';
import styles from './keys-help.module.css';

const keys = [
  ['j, k', 'the next and the previous finding'],
  ['/', 'search the list'],
  ['a', 'accept the edit that is shown'],
  ['d', 'decline'],
  ['h', 'leave it to be done by hand'],
  ['o', 'reopen what was decided'],
  ['Ctrl Z, Ctrl Shift Z', 'undo and redo'],
  ['arrow keys', 'walk the list; left and right fold and unfold'],
  ['?', 'these keys'],
] as const;

interface Props {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

export function KeysHelp({ isOpen, onChange }: Props) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onChange} isDismissable className={styles.veil ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title">Keys</Heading>
          <table className={styles.keys}>
            <tbody>
              {keys.map(([key, what]) => (
                <tr key={key}>
                  <th scope="row">
                    <kbd>{key}</kbd>
                  </th>
                  <td>{what}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Button onPress={() => onChange(false)}>Close</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
