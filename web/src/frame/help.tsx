import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useLanguage, useSay } from '../language.tsx';
import { helpParts } from './helpWords.ts';
import { frameWords } from './words.ts';

/** `?`: every key of the workbench, by what one is doing. */
export function Help(): ReactNode {
  const say = useSay(frameWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
    };
  }, []);
  const at = language === 'zh' ? 0 : 1;
  return (
    <>
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        aria-label={say('help')}
        title={`${say('help')} ?`}
        onClick={() => {
          setOpen(true);
        }}
      />
      <Modal
        open={open}
        title={say('help')}
        footer={null}
        width={860}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <div className="help">
          {helpParts.map(({ title, keys }) => (
            <section key={title[0]}>
              <h3>{title[at]}</h3>
              <dl>
                {keys.map(([key, words]) => (
                  <div key={words[1]}>
                    <dt>
                      <kbd>{typeof key === 'string' ? key : key[at]}</kbd>
                    </dt>
                    <dd>{words[at]}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Modal>
    </>
  );
}

/** A question mark that is part of a text; the empty field of a grid is none. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const types = target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
  return types && !target.matches('.grid-input.idle');
}
