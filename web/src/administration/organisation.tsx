import { Alert, App, Button, Form, Input, Select, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { reasonOf, useAll, useChange } from '../api/calls.ts';
import type { Region } from '../api/schema.ts';
import { Failed, Waiting } from '../frame/waiting.tsx';
import { useSay } from '../language.tsx';
import { DepartmentList } from './departments.tsx';
import { adminWords } from './words.ts';

/** Regions with their departments; in a new system the way to begin. */
export function OrganisationPage(): ReactNode {
  const say = useSay(adminWords);
  const regions = useAll('GET /api/v1/regions', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const current = chosen ?? regions.data?.[0]?.code ?? null;
  const departments = useAll(
    'GET /api/v1/departments',
    { query: { region: current ?? '' } },
    { enabled: current !== null },
  );
  if (regions.isPending) return <Waiting />;
  if (regions.isLoadingError) return <Failed error={regions.error} retry={regions.refetch} />;
  const isNew = regions.data.length === 0 || departments.data?.length === 0;
  const added = (code: string): void => {
    setChosen(code);
    setAdding(false);
  };
  return (
    <>
      <div className="page-head">
        <h1>{say(isNew ? 'setup' : 'organisation')}</h1>
        <span className="grow" />
        {regions.data.length > 0 && (
          <Select
            value={current}
            aria-label={say('region')}
            className="wide"
            options={regions.data.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
            onChange={setChosen}
          />
        )}
        {regions.data.length > 0 && (
          <Button
            onClick={() => {
              setAdding(true);
            }}
          >
            {say('addRegion')}
          </Button>
        )}
      </div>
      {isNew && (
        <section className="panel">
          <p>{say('setupLead')}</p>
          <Steps
            size="small"
            current={regions.data.length === 0 ? 0 : 1}
            items={[
              { title: say('region') },
              { title: say('departments') },
              { title: <Link to="/users">{say('users')}</Link> },
            ]}
          />
        </section>
      )}
      {(adding || regions.data.length === 0) && <RegionForm onAdded={added} regions={regions.data} />}
      {current !== null && departments.data !== undefined && (
        <DepartmentList region={current} departments={departments.data} />
      )}
      {(departments.data ?? []).length > 0 && (
        <p>
          <Link to="/users">{say('next')} →</Link>
        </p>
      )}
    </>
  );
}

interface RegionFormProps {
  readonly regions: readonly Region[];
  readonly onAdded: (code: string) => void;
}

interface NewRegion {
  readonly code: string;
  readonly name: string;
  readonly financeSteps: number;
}

function RegionForm({ regions, onAdded }: RegionFormProps): ReactNode {
  const say = useSay(adminWords);
  const { message } = App.useApp();
  const add = useChange('POST /api/v1/regions');
  const required = [{ required: true, message: say('required') }];
  const submit = async (body: NewRegion): Promise<void> => {
    const region = await add.mutateAsync({ body });
    void message.success(say('done', region.name));
    onAdded(region.code);
  };
  return (
    <section className="panel">
      <h2>{say('addRegion')}</h2>
      {regions.length === 0 && <p className="soft">{say('noRegions')}</p>}
      <Form<NewRegion>
        layout="inline"
        requiredMark={false}
        initialValues={{ financeSteps: 1 }}
        onFinish={(body) => void submit(body).catch(() => undefined)}
      >
        <Form.Item name="code" label={say('regionCode')} rules={required}>
          <Input placeholder="140603" className="code-input" />
        </Form.Item>
        <Form.Item name="name" label={say('regionName')} rules={required}>
          <Input />
        </Form.Item>
        <Form.Item name="financeSteps" label={say('financeSteps')}>
          <Select
            className="narrow"
            options={[
              { value: 1, label: say('oneStep') },
              { value: 2, label: say('twoSteps') },
            ]}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {say('addRegion')}
        </Button>
      </Form>
      {add.error !== null && <Alert type="error" showIcon title={reasonOf(add.error)} role="alert" />}
    </section>
  );
}
