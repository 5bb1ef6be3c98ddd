import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Layout, Menu, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useSay } from '../language.tsx';
import { PasswordForm } from '../session/newPassword.tsx';
import { useSelf, type Self } from '../session/sessionGate.tsx';
import { Finder } from './finder.tsx';
import { Help } from './help.tsx';
import { LanguageSwitch } from './languageSwitch.tsx';
import { Notices } from './notices.tsx';
import { frameWords } from './words.ts';

export const workRoles = [
  'preparer',
  'unitHead',
  'departmentReviewer',
  'financeReviewer',
  'approver',
  'publisher',
] as const;

const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

/** The tool around every page: where one is, what waits, who one is. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const say = useSay(frameWords);
  const self = useSelf();
  const works = self.has(...workRoles);
  const { pathname } = useLocation();
  const pages = entriesFor(self).map(({ key, path }) => ({ path, code: '', name: say(key), more: '' }));
  const entries = entriesFor(self).map(({ key, path }) => ({
    key: path,
    label: <Link to={path}>{say(key)}</Link>,
  }));
  const selected = entries.findLast(
    ({ key }) => key === pathname || (key !== '/' && pathname.startsWith(key)),
  );
  return (
    <Layout className="frame">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <Layout.Header className="frame-head">
        <Link to="/" className="brand">
          {say('product')}
        </Link>
        <nav aria-label={say('menu')}>
          <Menu mode="horizontal" items={entries} selectedKeys={[selected?.key ?? '/']} disabledOverflow />
        </nav>
        <span className="grow" />
        <a href="/" className="soft-link">
          {say('portal')}
        </a>
        <LanguageSwitch />
        <Finder pages={pages} withFilings={works} />
        <Help />
        {works && <Notices />}
        <Account self={self} />
      </Layout.Header>
      <Layout.Content id="content" className="content" role="main">
        {children}
      </Layout.Content>
    </Layout>
  );
}

type Entry = 'home' | 'check' | 'users' | 'organisation' | 'forms' | 'codes' | 'rules' | 'backups' | 'audit';

function entriesFor(self: Self): readonly { readonly key: Entry; readonly path: string }[] {
  const works = self.has(...workRoles);
  const all = [
    { key: 'home', path: '/', shown: works || !self.has(...administrators) },
    { key: 'check', path: '/check', shown: works },
    { key: 'organisation', path: '/organisation', shown: self.has('systemAdministrator') },
    { key: 'users', path: '/users', shown: self.has('systemAdministrator', 'securityAdministrator') },
    { key: 'codes', path: '/codes', shown: self.has('systemAdministrator') },
    { key: 'forms', path: '/forms', shown: self.has('systemAdministrator') },
    { key: 'rules', path: '/rules', shown: self.has('systemAdministrator') },
    { key: 'backups', path: '/backups', shown: self.has('systemAdministrator') },
    { key: 'audit', path: '/audit', shown: self.has('auditAdministrator') },
  ] as const;
  return all.filter(({ shown }) => shown);
}

function Account({ self }: { readonly self: Self }): ReactNode {
  const say = useSay(frameWords);
  const { message } = App.useApp();
  const [changing, setChanging] = useState(false);
  const roles = [...new Set(self.session.grants.map(({ role }) => say(role)))].join(' · ');
  const done = (): void => {
    setChanging(false);
    void message.success(say('passwordChanged'));
  };
  const items = [
    { key: 'who', label: roles, disabled: true },
    { type: 'divider' as const },
    {
      key: 'password',
      label: say('changePassword'),
      onClick: () => {
        setChanging(true);
      },
    },
    { key: 'leave', label: say('signOut'), onClick: () => void self.leave() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" className="account" aria-label={`${say('account')} ${self.session.user.name}`}>
          <span className="ellipsis">{self.session.user.name}</span> <DownOutlined />
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={say('changePassword')}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setChanging(false);
        }}
      >
        <PasswordForm onDone={done} />
      </Modal>
    </>
  );
}
