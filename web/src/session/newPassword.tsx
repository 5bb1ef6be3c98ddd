import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { api, reasonOf } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { Doorway } from './doorway.tsx';
import { sessionKey } from './remembered.ts';
import { sessionWords } from './words.ts';

interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** One's own password; `first` when it must be chosen before anything else. */
export function NewPassword({ first = false }: { readonly first?: boolean }): ReactNode {
  const say = useSay(sessionWords);
  return (
    <Doorway title={say('newPassword')} subtitle={first ? say('initialPassword') : ''}>
      <PasswordForm onDone={() => undefined} />
    </Doorway>
  );
}

export function PasswordForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const say = useSay(sessionWords);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async ({ current, next }: Passwords) =>
      (await api.call('PUT /api/v1/session/password', { body: { current, next } })).data,
    onSuccess: (session) => {
      queries.setQueryData(sessionKey, session);
      onDone();
    },
  });
  const same = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_: unknown, value: unknown) =>
      value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say('different'))),
  });
  const missing = [{ required: true, message: say('passwordMissing') }];
  return (
    <Form<Passwords>
      layout="vertical"
      requiredMark={false}
      onFinish={(all) => {
        change.mutate(all);
      }}
    >
      <Form.Item name="current" label={say('current')} rules={missing}>
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="next" label={say('next')} rules={missing} extra={say('rule')}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={say('again')} dependencies={['next']} rules={[...missing, same]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.error !== null && (
        <Alert type="error" showIcon title={reasonOf(change.error)} className="spaced" role="alert" />
      )}
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {say('change')}
      </Button>
    </Form>
  );
}
