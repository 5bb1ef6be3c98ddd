import { Modal, type ModalProps } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';

/** A dialogue that is there only while it is open: when it goes, the keyboard is where it was before. */
export function Dialogue(props: Omit<ModalProps, 'open'>): ReactNode {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement) opener.focus();
      });
    },
    [opener],
  );
  return <Modal open {...props} />;
}
