import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer, Empty } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAnswer, useChange } from '../api/calls.ts';
import type { Notice } from '../api/schema.ts';
import { useSay } from '../language.tsx';
import { momentText } from '../words/dates.ts';
import { frameWords } from './words.ts';

const everyMinute = 60_000;

/** What happened that concerns oneself; opening the list marks it as read. */
export function Notices(): ReactNode {
  const say = useSay(frameWords);
  const [open, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  const { data } = useAnswer(
    'GET /api/v1/notices',
    { query: { limit: 50 } },
    { refetchInterval: everyMinute },
  );
  const read = useChange('POST /api/v1/notices/read');
  const items = data?.items ?? [];
  const unread = items.filter(({ readAt }) => readAt === null).length;
  const show = (): void => {
    setOpen(true);
    const newest = items[0];
    if (unread > 0 && newest !== undefined) read.mutate({ body: { upTo: newest.id } });
  };
  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button
          ref={bell}
          type="text"
          icon={<BellOutlined />}
          aria-label={unread > 0 ? say('noticesUnread', unread) : say('notices')}
          onClick={show}
        />
      </Badge>
      <Drawer
        title={say('notices')}
        open={open}
        onClose={() => {
          setOpen(false);
        }}
        closable={{ 'aria-label': say('close') }}
        afterOpenChange={(isOpen) => {
          if (!isOpen) bell.current?.focus();
        }}
      >
        {items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noNotices')} />
        ) : (
          <ul className="plain-list">
            {items.map((notice) => (
              <NoticeLine
                key={notice.id}
                notice={notice}
                onOpen={() => {
                  setOpen(false);
                }}
              />
            ))}
          </ul>
        )}
      </Drawer>
    </>
  );
}

function NoticeLine({ notice, onOpen }: { readonly notice: Notice; readonly onOpen: () => void }): ReactNode {
  const say = useSay(frameWords);
  const { params, kind, filing, createdAt } = notice;
  const known = kind in frameWords ? (kind as keyof typeof frameWords) : 'other';
  const name = [params['unit'], params['department']].find((each) => typeof each === 'string') ?? '';
  const text = say(known, name, typeof params['year'] === 'number' ? params['year'] : '');
  return (
    <li className="notice">
      {filing === null ? (
        text
      ) : (
        <Link to={`/filings/${filing}`} onClick={onOpen}>
          {text}
        </Link>
      )}
      <div className="soft small">{momentText(createdAt)}</div>
    </li>
  );
}
