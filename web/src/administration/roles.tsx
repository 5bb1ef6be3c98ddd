import { Alert, App, Button, Form, Popconfirm, Select, Space, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { reasonOf, useAll, useChange } from '../api/calls.ts';
import type { Grant, User } from '../api/schema.ts';
import { Dialogue } from '../frame/dialogue.tsx';
import { workRoles } from '../frame/frame.tsx';
import { frameWords } from '../frame/words.ts';
import { useSay } from '../language.tsx';
import { adminWords } from './words.ts';

const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

interface RolesProps {
  readonly user: Pick<User, 'id' | 'name'>;
  readonly grants: readonly Grant[];
}

/** The roles of a person, each with where it holds. */
export function Roles({ user, grants }: RolesProps): ReactNode {
  const say = useSay(adminWords);
  const [giving, setGiving] = useState(false);
  return (
    <Space wrap size={[4, 4]}>
      {grants.map((grant) => (
        <RoleTag key={grant.id} grant={grant} />
      ))}
      {grants.length === 0 && <span className="soft">{say('noRoles')}</span>}
      <Button
        size="small"
        type="dashed"
        onClick={() => {
          setGiving(true);
        }}
      >
        {say('giveRole')}
      </Button>
      {giving && (
        <GiveRole
          user={user}
          onClose={() => {
            setGiving(false);
          }}
        />
      )}
    </Space>
  );
}

function RoleTag({ grant }: { readonly grant: Grant }): ReactNode {
  const say = useSay(adminWords);
  const roleSay = useSay(frameWords);
  const { message } = App.useApp();
  const { data: regions = [] } = useAll('GET /api/v1/regions', {});
  const { data: departments = [] } = useAll('GET /api/v1/departments', {});
  const remove = useChange('DELETE /api/v1/grants/{id}');
  const region = regions.find(({ code }) => code === grant.region)?.name;
  const department = departments.find(({ id }) => id === grant.department)?.name;
  const words = [roleSay(grant.role), department ?? region].filter((each) => each !== undefined).join(' · ');
  const take = (): void =>
    void remove
      .mutateAsync({ path: { id: grant.id } })
      .catch((error: unknown) => void message.error(reasonOf(error)));
  return (
    <Tag>
      {words}{' '}
      <Popconfirm
        title={say('takeSure', words)}
        okText={say('takeRole')}
        cancelText={say('cancel')}
        onConfirm={take}
      >
        <button type="button" className="tag-x" aria-label={`${say('takeRole')} ${words}`}>
          ×
        </button>
      </Popconfirm>
    </Tag>
  );
}

interface Given {
  readonly role: Grant['role'];
  readonly region?: string;
  readonly department?: string;
  readonly unit?: string;
}

interface GiveRoleProps extends Pick<RolesProps, 'user'> {
  readonly onClose: () => void;
}

function GiveRole({ user, onClose }: GiveRoleProps): ReactNode {
  const say = useSay(adminWords);
  const roleSay = useSay(frameWords);
  const [form] = Form.useForm<Given>();
  const add = useChange('POST /api/v1/grants');
  const role = Form.useWatch('role', form) as Grant['role'] | undefined;
  const submit = async (given: Given): Promise<void> => {
    const { region = null, department = null, unit = null } = given;
    await add.mutateAsync({ body: { user: user.id, role: given.role, region, department, unit } });
    onClose();
  };
  const options = [...workRoles, ...administrators].map((each) => ({ value: each, label: roleSay(each) }));
  const isAdministrator = administrators.some((each) => each === role);
  return (
    <Dialogue
      title={say('giveRoleTo', user.name)}
      okText={say('giveRole')}
      cancelText={say('cancel')}
      confirmLoading={add.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => void submit(given).catch(() => undefined)}
      >
        <Form.Item name="role" label={say('role')} rules={[{ required: true, message: say('required') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} autoFocus />
        </Form.Item>
        {role !== undefined && !isAdministrator && <Where />}
      </Form>
      {add.error !== null && <Alert type="error" showIcon title={reasonOf(add.error)} role="alert" />}
    </Dialogue>
  );
}

/** Region, then within it department and unit; left open they mean the whole. */
function Where(): ReactNode {
  const say = useSay(adminWords);
  const form = Form.useFormInstance<Given>();
  const region: string | undefined = Form.useWatch('region', form);
  const department: string | undefined = Form.useWatch('department', form);
  const { data: regions = [] } = useAll('GET /api/v1/regions', {});
  const { data: departments = [] } = useAll(
    'GET /api/v1/departments',
    { query: { region: region ?? '' } },
    { enabled: region !== undefined },
  );
  const { data: units = [] } = useAll(
    'GET /api/v1/departments/{id}/units',
    { path: { id: department ?? '' } },
    { enabled: department !== undefined },
  );
  return (
    <>
      <Form.Item name="region" label={say('region')} rules={[{ required: true, message: say('required') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={regions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </Form.Item>
      <Form.Item name="department" label={say('department')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('wholeRegion')}
          options={departments.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      </Form.Item>
      {units.length > 0 && (
        <Form.Item name="unit" label={say('unit')}>
          <Select
            allowClear
            placeholder={say('wholeDepartment')}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
