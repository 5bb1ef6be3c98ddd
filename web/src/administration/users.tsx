import { Alert, App, Button, Empty, Form, Input, Modal, Popconfirm, Space, Table, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import { reasonOf, useAll, useChange } from '../api/calls.ts';
import type { Grant, User } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { useSelf } from '../session/sessionGate.tsx';
import { Roles } from './roles.tsx';
import { FindBox } from './findBox.tsx';
import { adminWords } from './words.ts';

interface Handed {
  readonly login: string;
  readonly password: string;
}

/** Accounts for the system administrator, roles for the security administrator. */
export function UsersPage(): ReactNode {
  const say = useSay(adminWords);
  const { has } = useSelf();
  const users = useAll('GET /api/v1/users', {});
  const grants = useAll('GET /api/v1/grants', {}, { enabled: has('securityAdministrator') });
  const [handed, setHanded] = useState<Handed | null>(null);
  const [text, setText] = useState('');
  if (users.isPending) return <Waiting />;
  if (users.isLoadingError) return <Failed error={users.error} retry={users.refetch} />;
  const shown = users.data.filter(({ login, name }) => `${login} ${name}`.includes(text.trim()));
  return (
    <>
      <div className="page-head">
        <h1>{say('users')}</h1>
        <FindBox onText={setText} />
        <span className="grow" />
        {has('systemAdministrator') && <NewUser onMade={setHanded} />}
      </div>
      {has('systemAdministrator') && <p className="soft">{say('securityNext')}</p>}
      <section className="panel">
        <UserTable users={shown} grants={grants.data ?? null} onHanded={setHanded} />
      </section>
      <HandOver
        handed={handed}
        onClose={() => {
          setHanded(null);
        }}
      />
    </>
  );
}

interface UserTableProps {
  readonly users: readonly User[];
  readonly grants: readonly Grant[] | null;
  readonly onHanded: (handed: Handed) => void;
}

function UserTable({ users, grants, onHanded }: UserTableProps): ReactNode {
  const say = useSay(adminWords);
  const { has } = useSelf();
  return (
    <Table<User>
      size="small"
      rowKey="id"
      dataSource={[...users]}
      pagination={users.length > 20 ? { pageSize: 20 } : false}
      scroll={{ x: 800 }}
      locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noUsers')} /> }}
      columns={[
        { title: say('login'), dataIndex: 'login', width: 160 },
        { title: say('name'), dataIndex: 'name', width: 200 },
        { title: say('state'), width: 170, render: (_, user) => <UserState user={user} /> },
        ...(grants === null
          ? []
          : [
              {
                title: say('roles'),
                key: 'roles',
                render: (_: unknown, { id, name }: User) => (
                  <Roles user={{ id, name }} grants={grants.filter(({ user }) => user === id)} />
                ),
              },
            ]),
        {
          title: <span className="vh">{say('actions')}</span>,
          key: 'actions',
          width: has('systemAdministrator') ? 210 : 90,
          render: (_, user) => <UserActions user={user} onHanded={onHanded} />,
        },
      ]}
    />
  );
}

function UserState({ user }: { readonly user: User }): ReactNode {
  const say = useSay(adminWords);
  if (user.disabled) return <span className="soft">{say('disabled')}</span>;
  if (user.locked) return <span className="bad">✕ {say('locked')}</span>;
  return user.mustChangePassword ? <span className="warn">! {say('mustChange')}</span> : say('active');
}

interface UserActionsProps {
  readonly user: User;
  readonly onHanded: (handed: Handed) => void;
}

function UserActions({ user, onHanded }: UserActionsProps): ReactNode {
  const say = useSay(adminWords);
  const { has, session } = useSelf();
  const { message } = App.useApp();
  const change = useChange('PUT /api/v1/users/{id}');
  const reset = useChange('POST /api/v1/users/{id}/password');
  const unlock = useChange('POST /api/v1/users/{id}/unlock');
  const { id, login, name, version, disabled } = user;
  const told = (error: unknown): void => void message.error(reasonOf(error));
  const renew = (): void =>
    void reset
      .mutateAsync({ path: { id } })
      .then(({ password }) => {
        onHanded({ login, password });
      })
      .catch(told);
  const toggle = (): void =>
    void change.mutateAsync({ path: { id }, body: { name, version, disabled: !disabled } }).catch(told);
  if (!has('systemAdministrator'))
    return user.locked ? (
      <Button size="small" onClick={() => void unlock.mutateAsync({ path: { id } }).catch(told)}>
        {say('unlock')}
      </Button>
    ) : null;
  if (id === session.user.id) return null;
  return (
    <Space>
      <Popconfirm
        title={say('resetSure', name)}
        okText={say('sure')}
        cancelText={say('cancel')}
        onConfirm={renew}
      >
        <Button size="small">{say('reset')}</Button>
      </Popconfirm>
      <Button size="small" onClick={toggle}>
        {say(disabled ? 'enable' : 'disable')}
      </Button>
    </Space>
  );
}

function NewUser({ onMade }: { readonly onMade: (handed: Handed) => void }): ReactNode {
  const say = useSay(adminWords);
  const [form] = Form.useForm<{ readonly login: string; readonly name: string }>();
  const [open, setOpen] = useState(false);
  const add = useChange('POST /api/v1/users');
  const submit = async (body: { readonly login: string; readonly name: string }): Promise<void> => {
    const { user, password } = await add.mutateAsync({ body });
    setOpen(false);
    form.resetFields();
    onMade({ login: user.login, password });
  };
  const required = [{ required: true, message: say('required') }];
  return (
    <>
      <Button
        type="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('addUser')}
      </Button>
      <Modal
        open={open}
        title={say('addUser')}
        okText={say('create')}
        cancelText={say('cancel')}
        confirmLoading={add.isPending}
        onOk={() => {
          form.submit();
        }}
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(body) => void submit(body).catch(() => undefined)}
        >
          <Form.Item name="name" label={say('name')} rules={required}>
            <Input autoFocus />
          </Form.Item>
          <Form.Item name="login" label={say('login')} rules={required}>
            <Input autoComplete="off" />
          </Form.Item>
        </Form>
        {add.error !== null && <Alert type="error" showIcon title={reasonOf(add.error)} role="alert" />}
      </Modal>
    </>
  );
}

interface HandOverProps {
  readonly handed: Handed | null;
  readonly onClose: () => void;
}

/** The password to begin with, which is shown once. */
function HandOver({ handed, onClose }: HandOverProps): ReactNode {
  const say = useSay(adminWords);
  return (
    <Modal
      open={handed !== null}
      title={say('initial')}
      footer={
        <Button type="primary" onClick={onClose}>
          {say('close')}
        </Button>
      }
      onCancel={onClose}
    >
      <p>{say('initialLead')}</p>
      <dl className="handed">
        <dt>{say('login')}</dt>
        <dd>{handed?.login}</dd>
        <dt>{say('initial')}</dt>
        <dd>
          {/* Its copying works without TLS too, where browsers have no navigator.clipboard. */}
          <Typography.Text code copyable={{ tooltips: [say('copy'), say('copied')] }}>
            {handed?.password ?? ''}
          </Typography.Text>
        </dd>
      </dl>
    </Modal>
  );
}
