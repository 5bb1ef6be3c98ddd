import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { api, reasonOf } from '../api/calls.ts';
import { useSay } from '../language.tsx';
import { Doorway } from './doorway.tsx';
import { mayBeSignedIn, othersThanSession, rememberSignedIn, sessionKey } from './remembered.ts';
import { sessionWords } from './words.ts';

interface Credentials {
  readonly login: string;
  readonly password: string;
}

export function SignIn(): ReactNode {
  const say = useSay(sessionWords);
  const queries = useQueryClient();
  // Who left says so; whose session ended meanwhile is told.
  const [ended] = useState(mayBeSignedIn);
  const signIn = useMutation({
    mutationFn: async (body: Credentials) => (await api.call('POST /api/v1/session', { body })).data,
    onSuccess: (session) => {
      rememberSignedIn(true);
      queries.removeQueries(othersThanSession);
      queries.setQueryData(sessionKey, session);
    },
  });
  return (
    <Doorway title={say('product')} subtitle={say('claim')}>
      {ended && <Alert type="info" showIcon title={say('sessionEnded')} className="spaced" role="status" />}
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => {
          signIn.mutate(body);
        }}
      >
        <Form.Item
          name="login"
          label={say('login')}
          rules={[{ required: true, message: say('loginMissing') }]}
        >
          <Input size="large" autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          rules={[{ required: true, message: say('passwordMissing') }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        {signIn.error !== null && (
          <Alert type="error" showIcon title={reasonOf(signIn.error)} className="spaced" role="alert" />
        )}
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
          {say('signIn')}
        </Button>
      </Form>
      <p className="soft">{say('noAccount')}</p>
      <p className="soft">
        <a href="/">{say('portal')}</a>
      </p>
    </Doorway>
  );
}
